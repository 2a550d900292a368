import {
  type FaceId,
  type FaceStore,
  type LabelLog,
  type LoggedDecision,
  pagesOf,
  type PersonId,
  type PersonStore,
  type PhotoId,
  type VectorIndex,
} from '@kindred/domain';
import { inBatches } from '../library/batches';
import { isLabeled, type StandingFace, standingFaceOf, suggestedPersonOf } from '../library/standing-face';
import type { Rules } from '../rules';
import type { Changes } from './changes';

/** How many faces around a changed one are looked at again: the nearest, as many as an index answers. */
const NEIGHBOURS = 1000;
/** Changed faces whose neighbours are asked for together. */
const FACES_A_LOOK = 100;
/** From so many labels on, one more is no news to faces that are already taken for the person. */
const MANY_LABELS = 5;

export interface AffectedStores {
  readonly faces: FaceStore;
  readonly labels: LabelLog;
  readonly people: PersonStore;
  readonly vectors: VectorIndex;
}

/**
 * The photos in which suggestions may have to change: those of the changed faces themselves, those with faces that
 * look like one whose label came or went, and all photos of people who lost labels that cannot be compared any more,
 * or became one with others.
 */
export async function affectedPhotos(
  stores: AffectedStores,
  rules: Rules,
  changes: Changes,
): Promise<ReadonlySet<PhotoId>> {
  const photos = new Set<PhotoId>();
  const shaken = new Set<PersonId>();
  const resolved = await stores.people.resolve([...changes.people]);
  const labels = await labelsOf(stores, resolved.values());
  for (const [person, now] of resolved) if (now !== person || !labels.has(now)) shaken.add(now);
  for await (const part of inBatches([...changes.deleted])) {
    const said = await stores.labels.ofFaces(part);
    for (const decisions of said.values()) for (const { photo } of decisions) photos.add(photo);
    for (const people of (await assignedPeople(stores, said)).values())
      for (const person of people) shaken.add(person);
  }
  for await (const part of inBatches([...new Set([...changes.detected, ...changes.decided])], FACES_A_LOOK)) {
    const present = (await stores.faces.getMany(part)).map(standingFaceOf);
    for (const { photo } of present) photos.add(photo);
    const telling = present.filter((face) => isLabeled(face) || changes.decided.has(face.id));
    await addPhotosAround(stores, rules, telling, photos);
  }
  const labelsOfShaken = await labelsOf(stores, shaken);
  for (const person of shaken) {
    for await (const page of pagesOf((request) => stores.faces.list({ person, ...request }))) {
      for (const { standing, photo } of page) {
        // Unknown people who have labels had their faces from those, as named ones have.
        const wasSuggested = standing.state === 'unknown' && labelsOfShaken.has(person);
        if (standing.state === 'inferred' || wasSuggested) photos.add(photo);
      }
    }
  }
  return photos;
}

/** How many labeled faces each of these people has; nothing of those without any. */
async function labelsOf(
  { people }: AffectedStores,
  those: Iterable<PersonId>,
): Promise<ReadonlyMap<PersonId, number>> {
  const labels = new Map<PersonId, number>();
  for await (const part of inBatches([...new Set(those)])) {
    for (const { id, counts } of await people.getMany(part))
      if (counts.labeled > 0) labels.set(id, counts.labeled);
  }
  return labels;
}

/** Adds the photos of faces that may gain or lose a suggestion by these labels. */
async function addPhotosAround(
  stores: AffectedStores,
  { pack, nearSimilarity }: Rules,
  telling: readonly StandingFace[],
  photos: Set<PhotoId>,
): Promise<void> {
  const { faces, labels, vectors } = stores;
  const ids = telling.map(({ id }) => id);
  const known = await vectors.get(pack, ids);
  const seen = telling.filter(({ id }) => known.has(id));
  if (seen.length === 0) return;
  const mentioned = await assignedPeople(stores, await labels.ofFaces(ids));
  const settled = await wellKnown(stores, seen);
  const answers = await vectors.neighbours(
    pack,
    seen.map(({ id }) => known.get(id)!),
    { count: NEIGHBOURS, minimumSimilarity: nearSimilarity },
  );
  const standing = new Map<FaceId, StandingFace>();
  for await (const part of inBatches([...new Set(answers.flat().map(({ face }) => face))])) {
    for (const face of await faces.getMany(part)) standing.set(face.id, standingFaceOf(face));
  }
  for (const [index, answer] of answers.entries()) {
    const changed = seen[index]!;
    for (const { face: id } of answer) {
      const face = standing.get(id);
      if (face === undefined || isLabeled(face) || photos.has(face.photo)) continue;
      const suggested = suggestedPersonOf(face);
      const isNoNews = isLabeled(changed) && suggested === changed.standing.person && settled.has(suggested);
      if (isNoNews) continue;
      if (isLabeled(changed) || (suggested !== null && mentioned.get(changed.id)?.has(suggested)))
        photos.add(face.photo);
    }
  }
}

/** The people of these labeled faces who had many labels before these. */
async function wellKnown(
  stores: AffectedStores,
  changed: readonly StandingFace[],
): Promise<ReadonlySet<PersonId | null>> {
  const added = new Map<PersonId, number>();
  for (const { standing } of changed) {
    if (standing.state === 'labeled') added.set(standing.person, (added.get(standing.person) ?? 0) + 1);
  }
  const labels = await labelsOf(stores, added.keys());
  return new Set(
    [...labels].flatMap(([person, all]) => (all - added.get(person)! < MANY_LABELS ? [] : [person])),
  );
}

/** Everybody that humans ever said each face is; after merges, who they are now. */
async function assignedPeople(
  { people }: AffectedStores,
  said: ReadonlyMap<FaceId, readonly LoggedDecision[]>,
): Promise<ReadonlyMap<FaceId, ReadonlySet<PersonId>>> {
  const assigned = new Map(
    [...said].map(([face, decisions]) => [
      face,
      decisions.flatMap((decision) => (decision.kind === 'assign' ? [decision.person] : [])),
    ]),
  );
  const now = await people.resolve([...new Set([...assigned.values()].flat())]);
  return new Map(
    [...assigned].map(([face, those]) => [face, new Set(those.map((person) => now.get(person)!))]),
  );
}
