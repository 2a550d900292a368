import type { FaceId, PersonId } from '@kindred/domain';
import { groupOf } from '../library/standing-face';
import type { SuggestionChange } from '../suggestions/suggestion-change';
import type { LibraryInMemory } from './library-in-memory';

/**
 * What was learned without what contradicts differences that humans told while it was being learned: the faces that it
 * would put with somebody their unknown person is different from stay where they are.
 * @param change may name a new person with null.
 */
export function respecting(
  change: SuggestionChange,
  library: LibraryInMemory,
  different: readonly (readonly [PersonId, PersonId])[],
): SuggestionChange {
  if (different.length === 0) return change;
  const groups = new Map<FaceId, PersonId | null>(library.faces.map((face) => [face.id, groupOf(face)]));
  const differ = new Set(different.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const areDifferent = (face: FaceId, person: PersonId) => differ.has(`${groups.get(face)} ${person}`);
  return {
    ...change,
    matched: change.matched.filter(({ face, person }) => !areDifferent(face, person)),
    groups: change.groups.map((group) => {
      const joined = new Set<PersonId>(group.person === null ? [] : [group.person]);
      const faces = group.faces.filter(({ face }) => {
        if ([...joined].some((person) => areDifferent(face, person))) return false;
        const origin = groups.get(face);
        if (origin) joined.add(origin);
        return true;
      });
      return { ...group, faces };
    }),
  };
}
