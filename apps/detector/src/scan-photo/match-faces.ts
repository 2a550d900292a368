import {
  type Box,
  type Face,
  type FaceId,
  intersectionOverUnion,
  type LoggedDecision,
} from '@kindred/domain';

/** Boxes that overlap this much are the same face seen again. */
export const SAME_FACE_OVERLAP = 0.5;

/** A face that humans deleted from this photo; its row is gone, its place is remembered in the label log. */
export interface DeletedFace {
  readonly id: FaceId;
  readonly box: Box;
}

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
  const faceOf = bestPairs(detections, present);
  const rest = detections.filter((detection) => !faceOf.has(detection));
  const deletedOf = bestPairs(rest, deleted);
  const recognitions = detections.map((detection): Recognition<T> => {
    const face = faceOf.get(detection);
    if (face !== undefined) return { kind: 'present', detection, face };
    const gone = deletedOf.get(detection);
    return gone === undefined ? { kind: 'new', detection } : { kind: 'deleted', detection, face: gone };
  });
  const found = new Set(faceOf.values());
  return { recognitions, missing: present.filter((face) => !found.has(face)) };
}

function bestPairs<A extends { readonly box: Box }, B extends { readonly box: Box }>(
  left: readonly A[],
  right: readonly B[],
): Map<A, B> {
  const pairs = left
    .flatMap((a) => right.map((b) => ({ a, b, overlap: intersectionOverUnion(a.box, b.box) })))
    .filter(({ overlap }) => overlap >= SAME_FACE_OVERLAP)
    .sort((one, other) => other.overlap - one.overlap);
  const chosen = new Map<A, B>();
  const taken = new Set<B>();
  for (const { a, b } of pairs) {
    if (chosen.has(a) || taken.has(b)) continue;
    chosen.set(a, b);
    taken.add(b);
  }
  return chosen;
}

/**
 * The faces that were ever deleted from a photo and have no row, from everything that was said about its faces. One
 * that a rescan brought back is among them when a crash kept it from being stored.
 */
export function deletedFacesOf(log: readonly LoggedDecision[], present: readonly Face[]): DeletedFace[] {
  const boxes = new Map<FaceId, Box>();
  for (const decision of log) if (decision.kind === 'delete') boxes.set(decision.face, decision.box);
  for (const { id } of present) boxes.delete(id);
  return [...boxes].map(([id, box]) => ({ id, box }));
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
