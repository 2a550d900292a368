import type { LearnedPeople } from '@kindred/clustering';
import type { Decision, PersonId } from '@kindred/domain';
import { uuidV8 } from '../identity/uuid-v8';
import { heirsOf } from './heirs';
import type { LibraryInMemory } from './library-in-memory';

/**
 * What humans said that faces are not holds for the people that an unknown person becomes: a face that was kept out of
 * a group is kept out of every group that the group's faces form now.
 * @param groups the unknown person of each learned group.
 * @param at when this follows, ISO 8601.
 */
export function rejectionsOfHeirs(
  library: LibraryInMemory,
  learned: LearnedPeople,
  groups: readonly PersonId[],
  at: string,
): Decision[] {
  const rejecting = new Map<number, number[]>();
  for (const rejection of library.input.rejections) {
    if (!('earlier' in rejection)) continue;
    rejecting.set(rejection.earlier, [...(rejecting.get(rejection.earlier) ?? []), rejection.face]);
  }
  if (rejecting.size === 0) return [];
  return heirsOf(library, learned, groups).flatMap(({ person, origin }) =>
    (rejecting.get(origin) ?? []).map((index): Decision => {
      const { id: face, photo } = library.faces[index]!;
      // The same for the same two, so that saying it again says nothing new.
      return {
        id: uuidV8(`heir ${face} ${person}`),
        kind: 'reject',
        face,
        photo,
        person,
        actor: 'trainer',
        at,
      };
    }),
  );
}
