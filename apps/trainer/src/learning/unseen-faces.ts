import type { FaceId, PersonId } from '@kindred/domain';
import { isLabeled, suggestedPersonOf } from '../library/standing-face';
import type { SuggestionChange } from '../suggestions/suggestion-change';
import type { LibraryInMemory } from './library-in-memory';

/**
 * Faces without an embedding of the pack whose suggestion no longer holds. While photos are scanned with another pack,
 * what was suggested by the former one stays: unless nobody says any more who the person is, or the person is now
 * somebody else in the photo.
 */
export function outdatedUnseenFaces(
  library: LibraryInMemory,
  { matched, groups }: Pick<SuggestionChange, 'matched' | 'groups'>,
): FaceId[] {
  if (library.unseen.length === 0) return [];
  const everyone = library.faces.concat(library.unseen);
  const photoOf = new Map(everyone.map(({ id, photo }) => [id, photo]));
  const labeled = new Set<PersonId>();
  const taken = new Set<string>();
  for (const { photo, standing } of everyone) {
    if (standing.state !== 'labeled') continue;
    labeled.add(standing.person);
    taken.add(`${photo} ${standing.person}`);
  }
  for (const { face, person } of matched) taken.add(`${photoOf.get(face)} ${person}`);
  for (const { person, faces } of groups)
    for (const { face } of faces) taken.add(`${photoOf.get(face)} ${person}`);
  return library.unseen.flatMap((face) => {
    const person = suggestedPersonOf(face);
    if (isLabeled(face) || person === null) return [];
    const isSupported = face.standing.state === 'unknown' || labeled.has(person);
    const holds = isSupported && !taken.has(`${face.photo} ${person}`);
    taken.add(`${face.photo} ${person}`);
    return holds ? [] : [face.id];
  });
}
