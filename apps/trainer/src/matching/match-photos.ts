import { matchFaces, type Probe } from '@kindred/clustering';
import type { FaceId, FaceStore, PersonId, Suggestion, VectorIndex } from '@kindred/domain';
import { isLabeled, type StandingFace } from '../library/standing-face';
import type { Rules } from '../rules';
import { type Gallery, labeledPeople } from './gallery';

/** How many labeled faces each face is compared with: the nearest. */
const NEIGHBOURS = 32;
const NOBODY: ReadonlySet<PersonId> = new Set();

export interface MatchingStores {
  readonly faces: Pick<FaceStore, 'rejectionsOf'>;
  readonly vectors: VectorIndex;
}

export interface MatchedPhotos {
  /** Faces that are somebody with a labeled face. */
  readonly suggestions: readonly Suggestion[];
  /** Faces that are nobody of them. */
  readonly strangers: readonly StandingFace[];
  /** Faces without a vector of this pack: nothing can be said of them. */
  readonly unseen: readonly StandingFace[];
}

/**
 * Matches the unlabeled faces of some photos with the labeled faces of the library.
 * @param faces every face of these photos, labeled ones included.
 */
export async function matchPhotos(
  stores: MatchingStores,
  { pack, calibration, matchSimilarity }: Rules,
  gallery: Gallery,
  faces: readonly StandingFace[],
): Promise<MatchedPhotos> {
  const open = faces.filter((face) => !isLabeled(face));
  const vectors = await stores.vectors.get(pack, open.map(({ id }) => id));
  const unseen = open.filter(({ id }) => !vectors.has(id));
  const seen = open.filter(({ id }) => vectors.has(id));
  const labeled = labeledPeople(faces);
  const rejections = await stores.faces.rejectionsOf(seen.map(({ id }) => id));
  const excluded = seen.map(({ id, photo }) => union(rejections.get(id), labeled.get(photo)));

  const nearest = (which: readonly number[], among: ReadonlySet<FaceId>) => {
    if (which.length === 0 || among.size === 0) return which.map(() => []);
    const queries = which.map((index) => vectors.get(seen[index]!.id)!);
    return stores.vectors.neighbours(pack, queries, { count: NEIGHBOURS, minimumSimilarity: matchSimilarity, among });
  };
  const answers = [...(await nearest([...seen.keys()], gallery.faces))];
  // Many faces of people it cannot be may hide the person it is.
  for (const [index, answer] of answers.entries()) {
    if (answer.length < NEIGHBOURS || !answer.some(({ face }) => excluded[index]!.has(gallery.personOf(face)!))) continue;
    [answers[index]] = (await nearest([index], gallery.facesWithout(excluded[index]!))) as [(typeof answers)[number]];
  }

  const probes = seen.map(
    ({ id, photo }, index): Probe => ({
      face: id,
      photo,
      rejected: rejections.get(id) ?? NOBODY,
      // A face whose label was taken back after the gallery was read does not speak for itself.
      neighbours: answers[index]!.flatMap(({ face, similarity }) =>
        face === id ? [] : [{ person: gallery.personOf(face)!, similarity }],
      ),
    }),
  );
  const suggestions = matchFaces(probes, {
    calibration,
    minimumSimilarity: matchSimilarity,
    labeledIn: (photo) => labeled.get(photo) ?? NOBODY,
  });
  const matched = new Set(suggestions.map(({ face }) => face));
  return { suggestions, strangers: seen.filter(({ id }) => !matched.has(id)), unseen };
}

function union(one: ReadonlySet<PersonId> = NOBODY, other: ReadonlySet<PersonId> = NOBODY): ReadonlySet<PersonId> {
  return other.size === 0 ? one : new Set([...one, ...other]);
}
