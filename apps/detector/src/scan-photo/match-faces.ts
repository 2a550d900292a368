import {
  type Box,
  type DeletedFace,
  type Face,
  type FaceId,
  type LoggedDecision,
  sameFaces,
} from '@kindred/domain';

/** What each detection is: a face that is there, one that was deleted, or a new one. Same order as the detections. */
export type Recognition<T> =
  | { readonly kind: 'present'; readonly detection: T; readonly face: Face }
  | { readonly kind: 'deleted'; readonly detection: T; readonly face: DeletedFace }
  | { readonly kind: 'new'; readonly detection: T };

/**
 * Matches detections one to one with the faces of the photo, present ones first, the best overlap first. Ids, and
 * with them labels and rejections, thus survive another detector or another version of the same one.
 */
export function matchFaces<T extends { readonly box: Box }>(
  detections: readonly T[],
  present: readonly Face[],
  deleted: readonly DeletedFace[],
): { readonly recognitions: readonly Recognition<T>[]; readonly missing: readonly Face[] } {
  const faceOf = sameFaces(detections, present);
  const rest = detections.filter((detection) => !faceOf.has(detection));
  const deletedOf = sameFaces(rest, deleted);
  const recognitions = detections.map((detection): Recognition<T> => {
    const face = faceOf.get(detection);
    if (face !== undefined) return { kind: 'present', detection, face };
    const gone = deletedOf.get(detection);
    return gone === undefined ? { kind: 'new', detection } : { kind: 'deleted', detection, face: gone };
  });
  const found = new Set(faceOf.values());
  return { recognitions, missing: present.filter((face) => !found.has(face)) };
}

/**
 * Of the faces that are deleted now, those that were so before `time`: what a rescan asked for then brings back. A
 * deletion that came after it is the last word.
 */
export function deletedBefore(log: readonly LoggedDecision[], time: string): Set<FaceId> {
  const deleted = new Set<FaceId>();
  for (const { kind, face, at } of log) {
    if (kind === 'delete' && Date.parse(at) <= Date.parse(time)) deleted.add(face);
    else if (kind === 'delete' || kind === 'restore') deleted.delete(face);
  }
  return deleted;
}
