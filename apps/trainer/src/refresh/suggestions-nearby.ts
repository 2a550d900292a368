import { type LearnedPeople, NOBODY } from '@kindred/clustering';
import type { FaceId, PersonId, PhotoId, Suggestion } from '@kindred/domain';
import type { LibraryInMemory } from '../learning/library-in-memory';
import { outdatedUnseenFaces } from '../learning/unseen-faces';
import { groupOf, isLabeled, type StandingFace } from '../library/standing-face';
import type { SuggestionChange } from '../suggestions/suggestion-change';
import type { UnknownGroup } from '../suggestions/unknown-group';

/**
 * What was learned of a part of a library, as suggestions for the faces that were to be looked at. Groups that are
 * there keep their faces: they take in faces that were in none, and only a training of the whole library forms them
 * anew.
 * @param open the faces that are looked at. Of the others around them only those that stood alone may join a group.
 */
export function suggestionsNearby(
  library: LibraryInMemory,
  learned: LearnedPeople,
  open: ReadonlySet<FaceId>,
  minimumGroupSize: number,
): SuggestionChange {
  const matched: Suggestion[] = [];
  const settled = new Set<number>();
  for (const [index, label] of learned.matches.entries()) {
    const face = library.faces[index]!;
    if (label === NOBODY || !open.has(face.id)) continue;
    settled.add(index);
    matched.push({
      face: face.id,
      person: library.people.personOf(label),
      confidence: learned.confidences[index]!,
    });
  }
  const isLoose = (index: number) => {
    const face = library.faces[index]!;
    if (settled.has(index) || isLabeled(face)) return false;
    return standingGroup(library, face) === null && (open.has(face.id) || face.standing.person === null);
  };
  const taken = groupsByPhoto(library, settled);
  const groups: UnknownGroup[] = [];
  const grouped = new Set<FaceId>();
  for (const { faces, confidences, earlier } of learned.groups) {
    const person = earlier === NOBODY ? null : library.groups.personOf(earlier);
    const joining = faces.flatMap((index, place) => {
      const face = library.faces[index]!;
      if (!isLoose(index) || (person !== null && taken.get(face.photo)?.has(person))) return [];
      return [{ face: face.id, confidence: confidences[place]! }];
    });
    if (joining.length === 0 || (person === null && joining.length < minimumGroupSize)) continue;
    if (!joining.some(({ face }) => open.has(face))) continue;
    groups.push({ person, faces: joining });
    for (const { face } of joining) grouped.add(face);
  }
  const loose = library.faces
    .filter((face, index) => isLoose(index) && !grouped.has(face.id))
    .map(({ id }) => id);
  const alone = [...outdatedUnseenFaces(library, { matched, groups }), ...loose].filter((face) =>
    open.has(face),
  );
  return { matched, groups, alone };
}

/** The group that a face stays in; null when it is in none that is still there. */
function standingGroup({ people }: LibraryInMemory, face: StandingFace): PersonId | null {
  const group = groupOf(face);
  return group !== null && people.known(group) === undefined ? group : null;
}

/** The groups that already have a face of each photo, without faces that leave them. */
function groupsByPhoto(
  library: LibraryInMemory,
  leaving: ReadonlySet<number>,
): ReadonlyMap<PhotoId, Set<PersonId>> {
  const groups = new Map<PhotoId, Set<PersonId>>();
  for (const [index, face] of library.faces.entries()) {
    const group = leaving.has(index) ? null : standingGroup(library, face);
    if (group === null) continue;
    groups.set(face.photo, (groups.get(face.photo) ?? new Set()).add(group));
  }
  return groups;
}
