/** Statements whose confidence lies in one stretch of [0, 1]. */
export interface ReliabilityBin {
  /** The least confidence of the bin. */
  readonly from: number;
  /** Below this; the last bin also has confidence 1. */
  readonly to: number;
  readonly count: number;
  /** Mean confidence of its statements; 0 when there are none. */
  readonly confidence: number;
  /** The share of them that is right; 0 when there are none. */
  readonly accuracy: number;
}

/**
 * What statements made with some confidence are worth: confidence against accuracy, in bins of equal width.
 * @param confidences in [0, 1]. @param right 1 for a statement that is right, else 0.
 */
export function reliabilityTable(
  confidences: ArrayLike<number>,
  right: ArrayLike<number>,
  bins = 15,
): ReliabilityBin[] {
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  const hits = new Float64Array(bins);
  for (let i = 0; i < confidences.length; i += 1) {
    const confidence = confidences[i]!;
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    counts[bin]! += 1;
    sums[bin]! += confidence;
    hits[bin]! += right[i]!;
  }
  return Array.from(counts, (count, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count,
    confidence: count === 0 ? 0 : sums[bin]! / count,
    accuracy: count === 0 ? 0 : hits[bin]! / count,
  }));
}

/**
 * Expected calibration error (Naeini et al., 2015): how far confidence and accuracy are apart, on average over all
 * statements; 0 when every confidence is the probability it claims to be, or when there is no statement.
 */
export function expectedCalibrationError(table: readonly ReliabilityBin[]): number {
  const total = table.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  return (
    table.reduce((sum, { count, confidence, accuracy }) => sum + count * Math.abs(confidence - accuracy), 0) /
    total
  );
}
