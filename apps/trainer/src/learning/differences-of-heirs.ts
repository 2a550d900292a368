import type { LearnedPeople } from '@kindred/clustering';
import type { PersonId } from '@kindred/domain';
import { heirsOf } from './heirs';
import type { LibraryInMemory } from './library-in-memory';

/**
 * What humans said of an unknown person holds for the people that its faces become: when some of them form a new
 * group, that group is as different from others as the one they came from.
 * @param groups the unknown person of each learned group.
 */
export function differencesOfHeirs(
  library: LibraryInMemory,
  learned: LearnedPeople,
  groups: readonly PersonId[],
  different: readonly (readonly [PersonId, PersonId])[],
): (readonly [PersonId, PersonId])[] {
  const othersOf = new Map<PersonId, PersonId[]>();
  for (const [one, other] of different) {
    othersOf.set(one, [...(othersOf.get(one) ?? []), other]);
    othersOf.set(other, [...(othersOf.get(other) ?? []), one]);
  }
  if (othersOf.size === 0) return [];
  return heirsOf(library, learned, groups).flatMap(({ person, origin }) => {
    const others = othersOf.get(library.groups.personOf(origin)) ?? [];
    return others.filter((other) => other !== person).map((other) => [person, other] as const);
  });
}
