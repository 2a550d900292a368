import type { FaceId } from '../identity/ids';
import type { FaceStore } from '../ports/face-store';
import type { ObjectStore } from '../ports/object-store';
import type { VectorIndex } from '../ports/vector-index';
import type { FaceObservation } from './face';

/** Everywhere that something of a face is kept. */
export interface EraseStores {
  readonly faces: FaceStore;
  readonly vectors: VectorIndex;
  readonly objects: ObjectStore;
}

/**
 * Removes all that is kept of these faces: vectors, crops, rows. The row goes last, so that a crash leaves something
 * that the next attempt finds.
 */
export async function eraseFaces(
  { faces, vectors, objects }: EraseStores,
  ids: readonly FaceId[],
): Promise<void> {
  if (ids.length === 0) return;
  const present = [...(await faces.getMany(ids)), ...(await faces.deletedAmong(ids))];
  await eraseSeen({ faces, vectors, objects }, ids, present);
}

/** Erases faces whose removal has begun, as `eraseFaces` does. */
export async function finishRemoval(stores: EraseStores, begun: readonly FaceObservation[]): Promise<void> {
  if (begun.length === 0) return;
  const ids = begun.map(({ id }) => id);
  await eraseSeen(stores, ids, begun);
}

async function eraseSeen(
  { faces, vectors, objects }: EraseStores,
  ids: readonly FaceId[],
  seen: readonly Pick<FaceObservation, 'cropKey'>[],
): Promise<void> {
  await vectors.deleteEverywhere(ids);
  await Promise.all(seen.map(({ cropKey }) => objects.delete(cropKey)));
  await faces.remove(ids);
}
