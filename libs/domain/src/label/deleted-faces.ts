import type { Face } from '../face/face';
import type { Box } from '../face/geometry';
import type { FaceId } from '../identity/ids';
import type { LoggedDecision } from './decision';

/** A face that humans deleted from a photo; its row is gone, its place is remembered in the label log. */
export interface DeletedFace {
  readonly id: FaceId;
  readonly box: Box;
}

/**
 * The faces that were ever deleted from a photo and have no row, from everything that was said about its faces. One
 * that a rescan brought back is among them when a crash kept it from being stored.
 */
export function deletedFacesOf(
  log: readonly LoggedDecision[],
  present: readonly Pick<Face, 'id'>[],
): DeletedFace[] {
  const boxes = new Map<FaceId, Box>();
  for (const decision of log) if (decision.kind === 'delete') boxes.set(decision.face, decision.box);
  for (const { id } of present) boxes.delete(id);
  return [...boxes].map(([id, box]) => ({ id, box }));
}
