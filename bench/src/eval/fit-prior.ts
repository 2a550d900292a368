import type { SimilarityPairs } from '@kindred/clustering';

/**
 * Slope and intercept of P(same) = 1 / (1 + exp(-(slope * cosine + intercept))) that fit best when same and
 * different pairs weigh alike, by Newton's method; a small ridge keeps it finite when the two do not overlap.
 */
export function fitPrior(pairs: SimilarityPairs): { slope: number; intercept: number } {
  const ridge = 1e-6;
  let slope = 10;
  let intercept = -4;
  for (let step = 0; step < 100; step++) {
    let gradient0 = ridge * slope;
    let gradient1 = 0;
    let h00 = ridge;
    let h01 = 0;
    let h11 = ridge;
    for (const [values, truth] of [
      [pairs.same, 1],
      [pairs.different, 0],
    ] as const) {
      const weight = 0.5 / values.length;
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        const p = 1 / (1 + Math.exp(-(slope * value + intercept)));
        const curvature = weight * p * (1 - p);
        gradient0 += weight * (p - truth) * value;
        gradient1 += weight * (p - truth);
        h00 += curvature * value * value;
        h01 += curvature * value;
        h11 += curvature;
      }
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * gradient0 - h01 * gradient1) / determinant;
    intercept -= (h00 * gradient1 - h01 * gradient0) / determinant;
  }
  return { slope, intercept };
}
