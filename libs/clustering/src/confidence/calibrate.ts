import { type Calibration, confidenceOf, UNCORRECTED } from './confidence';

/** A match of a face of which a human said who it is, made as if nobody had. */
export interface JudgedMatch {
  readonly logOdds: number;
  readonly right: boolean;
}

/** Fewer judged matches than this say less than the shipped weights do. */
const FEWEST = 20;
/** How many matches the shipped weights count as. */
const TRUST = 50;
const ROUNDS = 50;
const LEAST_SLOPE = 0.2;

/**
 * Corrects confidences by a library's own labels: Platt scaling (Platt, 1999) held to the shipped weights by a
 * Gaussian prior, so that few labels change little. Labeled faces are easier than others, so a correction may make
 * suggestions less confident, and never more.
 */
export function calibrate(matches: readonly JudgedMatch[]): Calibration {
  if (matches.length < FEWEST) return UNCORRECTED;
  let best = UNCORRECTED;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(matches, best);
    // A whole step may overshoot where confidences are all but certain; half of it, or less, does not.
    let next = best;
    for (let length = 1; length > 1e-6; length /= 2) {
      next = { slope: best.slope - length * step.slope, shift: best.shift - length * step.shift };
      if (surprise(matches, next) <= surprise(matches, best)) break;
      next = best;
    }
    const moved = Math.abs(next.slope - best.slope) + Math.abs(next.shift - best.shift);
    best = next;
    if (moved < 1e-6) break;
  }
  return { slope: Math.min(1, Math.max(LEAST_SLOPE, best.slope)), shift: Math.min(0, best.shift) };
}

/** Newton's step towards less surprise; the prior keeps the curvature away from zero. */
function newtonStep(matches: readonly JudgedMatch[], { slope, shift }: Calibration): Calibration {
  let [towardsSlope, towardsShift] = [TRUST * (slope - 1), TRUST * shift];
  let [curvature, mixed, curvatureOfShift] = [TRUST, 0, TRUST];
  for (const { logOdds, right } of matches) {
    const probability = confidenceOf(logOdds, { slope, shift });
    const error = probability - Number(right);
    const variance = probability * (1 - probability);
    towardsSlope += error * logOdds;
    towardsShift += error;
    curvature += variance * logOdds * logOdds;
    mixed += variance * logOdds;
    curvatureOfShift += variance;
  }
  const determinant = curvature * curvatureOfShift - mixed * mixed;
  return {
    slope: (curvatureOfShift * towardsSlope - mixed * towardsShift) / determinant,
    shift: (curvature * towardsShift - mixed * towardsSlope) / determinant,
  };
}

/** Negative log likelihood of what was right under a correction, with that of the correction itself. */
function surprise(matches: readonly JudgedMatch[], { slope, shift }: Calibration): number {
  let sum = (TRUST / 2) * ((slope - 1) ** 2 + shift ** 2);
  for (const { logOdds, right } of matches) {
    const odds = slope * logOdds + shift;
    sum += Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(0, right ? -odds : odds);
  }
  return sum;
}
