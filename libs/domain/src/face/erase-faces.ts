import type { FaceId } from '../identity/ids';
import type { FaceStore } from '../ports/face-store';
import type { ObjectStore } from '../ports/object-store';
import type { VectorIndex } from '../ports/vector-index';

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
  await vectors.deleteEverywhere(ids);
  await Promise.all(present.map(({ cropKey }) => objects.delete(cropKey)));
  await faces.remove(ids);
}
