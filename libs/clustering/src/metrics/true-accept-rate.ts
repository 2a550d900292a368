/** Cosine similarities of pairs of faces, in any order. */
export interface SimilarityPairs {
  /** Of pairs of one person. */
  readonly same: ArrayLike<number>;
  /** Of pairs of two people. */
  readonly different: ArrayLike<number>;
}

/**
 * The share of same pairs that is accepted at the lowest threshold which accepts at most `falseAcceptRate` of the
 * different pairs; accepted is what is more similar than the threshold.
 */
export function trueAcceptRate(
  { same, different }: SimilarityPairs,
  falseAcceptRate: number,
): { rate: number; threshold: number } {
  const rising = Float64Array.from(different).sort();
  const allowed = Math.floor(falseAcceptRate * rising.length);
  const threshold = rising[rising.length - 1 - allowed] ?? -1;
  let accepted = 0;
  for (let i = 0; i < same.length; i += 1) if (same[i]! > threshold) accepted += 1;
  return { rate: accepted / same.length, threshold };
}
