import type { FaceId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/**
 * Removes faces of a library on which another process runs Kindred: rows and crops at once. Vectors belong to that
 * process; the log says that these faces are deleted, so the next start erases what is left of them.
 */
export async function eraseForRunning(
  { faces, objects }: Pick<Ports, 'faces' | 'objects'>,
  ids: readonly FaceId[],
): Promise<void> {
  const present = await faces.getMany(ids);
  await Promise.all(present.map(({ cropKey }) => objects.delete(cropKey)));
  await faces.remove(ids);
}
