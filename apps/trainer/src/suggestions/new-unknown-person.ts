import type { FaceId, Person, PersonId } from '@kindred/domain';
import { uuidV8 } from '../identity/uuid-v8';

/** The namespace of ids of unknown people; fixed for ever. */
const NAMESPACE = 'kindred/unknown-person';

/**
 * The unknown person of a new group. The id is derived from its first face and its number, which no unknown person
 * had before, so that training the same library twice gives the same people.
 */
export function newUnknownPerson(number: number, firstFace: FaceId, createdAt: string): Person {
  const id = uuidV8(`${NAMESPACE}/${number}/${firstFace}`) as PersonId;
  return { id, identity: { kind: 'unknown', number }, cover: null, createdAt };
}
