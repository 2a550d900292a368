import type { Face, FaceId, FaceStore, PersonId, PhotoId, VectorIndex } from '@kindred/domain';
import { inBatches } from '../library/batches';
import { isIgnored, type StandingFace, standingFaceOf } from '../library/standing-face';
import type { Rules } from '../rules';
import { nearestFaces } from './nearest-faces';

/** How many faces each face is compared with: the nearest. */
const NEIGHBOURS = 32;
const LEAST_SIMILARITY = 0.2;
/** Faces that stand for somebody who is near: the best. More would say little more. */
const FACES_A_PERSON = 64;
/** Faces whose neighbours are asked for together. */
const FACES_A_LOOK = 100;

export interface LookStores {
  readonly faces: FaceStore;
  readonly vectors: VectorIndex;
}

/**
 * The part of a library around some faces: their neighbours, the best faces of the people whom those are, and all who
 * are in a photo with a face that stands alone, which may not join a person whom its photo shows already.
 */
export async function lookAround(
  { faces: store, vectors }: LookStores,
  { pack }: Rules,
  faces: readonly StandingFace[],
): Promise<readonly StandingFace[]> {
  const around = new Map<FaceId, StandingFace>(faces.map((face) => [face.id, face]));
  const take = (those: readonly Face[]) => {
    for (const face of those)
      if (!around.has(face.id) && !isIgnored(face)) around.set(face.id, standingFaceOf(face));
  };
  for await (const part of inBatches(faces, FACES_A_LOOK)) {
    const known = await vectors.get(
      pack,
      part.map(({ id }) => id),
    );
    if (known.size === 0) continue;
    const query = { count: NEIGHBOURS, minimumSimilarity: LEAST_SIMILARITY };
    for (const face of await nearestFaces({ faces: store, vectors }, pack, [...known.values()], query))
      if (!around.has(face.id)) around.set(face.id, face);
  }
  const people = new Set<PersonId>();
  for (const { standing } of around.values()) if (standing.person !== null) people.add(standing.person);
  for (const person of people) {
    for (const state of ['labeled', 'inferred', 'unknown'] as const) {
      take((await store.list({ person, state, sort: 'QUALITY', limit: FACES_A_PERSON })).items);
    }
  }
  const shared = new Set(faces.map(({ photo }) => photo));
  const photos = new Set<PhotoId>();
  for (const { standing, photo } of around.values())
    if (standing.person === null && !shared.has(photo)) photos.add(photo);
  for await (const part of inBatches([...photos], FACES_A_LOOK))
    for (const photo of part) take(await store.ofPhoto(photo));
  return [...around.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
