import { type Box, intersectionOverUnion } from './geometry';

/** Boxes that overlap this much are the same face seen again. */
export const SAME_FACE_OVERLAP = 0.5;

/** Which of the left boxes is which of the right ones: one to one, the best overlap first. */
export function sameFaces<A extends { readonly box: Box }, B extends { readonly box: Box }>(
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
