import { createHash } from 'node:crypto';
import type { FaceId, Person, PersonId } from '@kindred/domain';

/** The namespace of ids of unknown people; fixed for ever. */
const NAMESPACE = 'kindred/unknown-person';

/**
 * The unknown person of a new group. The id is derived from its first face and its number, which no unknown person
 * had before, so that training the same library twice gives the same people.
 */
export function newUnknownPerson(number: number, firstFace: FaceId, createdAt: string): Person {
  return { id: idOf(number, firstFace), identity: { kind: 'unknown', number }, cover: null, createdAt };
}

/** A UUID of version 8: one whose bits have a meaning of our own. */
function idOf(number: number, firstFace: FaceId): PersonId {
  const bytes = createHash('sha256').update(`${NAMESPACE}/${number}/${firstFace}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as PersonId;
}
