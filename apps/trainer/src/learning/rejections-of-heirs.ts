import { createHash } from 'node:crypto';
import { type LearnedPeople, NOBODY } from '@kindred/clustering';
import type { Decision, FaceId, PersonId } from '@kindred/domain';
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
  return learned.groups.flatMap(({ faces, earlier }, place) => {
    const heir = groups[place]!;
    const origins = new Set(faces.map((face) => library.earlier[face]!));
    return [...origins].flatMap((origin) => {
      if (origin === NOBODY || origin === earlier) return [];
      return (rejecting.get(origin) ?? []).map((index): Decision => {
        const { id: face, photo } = library.faces[index]!;
        return { id: idOf(face, heir), kind: 'reject', face, photo, person: heir, actor: 'trainer', at };
      });
    });
  });
}

/** The same for the same two, so that saying it again says nothing new: a UUID of version 8. */
function idOf(face: FaceId, person: PersonId): string {
  const bytes = createHash('sha256').update(`heir ${face} ${person}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
