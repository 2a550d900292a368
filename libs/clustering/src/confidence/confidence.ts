/** What speaks for a face being a person whose faces humans labeled. */
export interface Reasons {
  /** Log likelihood ratio of the face and those labeled faces that are in one cluster; `NO_LABELS` at least. */
  readonly evidence: number;
  /** How many labeled faces these are. */
  readonly labeled: number;
  /** Whether the face was put together with them. */
  readonly together: boolean;
}

/** So much speaks against a person as if a labeled face were clearly somebody else's. */
export const NO_LABELS = -20;
/** More evidence says nothing new. */
const MOST_EVIDENCE = 30;

/**
 * How reasons become a probability. Company counts for much when there is one labeled face to compare with, and for
 * less the more there are. The weights were fitted by logistic regression on generated libraries of 2,000 to 12,000
 * faces with one, two and five labels a person, on other libraries than those that `bench/train-quality` measures on.
 */
const PRIOR = { base: -3.03, evidence: 0.561, together: 4.71, labeledTogether: -1.1 };

/** How far a library's own labels say that confidences must be corrected, on the scale of log odds. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export const UNCORRECTED: Calibration = { slope: 1, shift: 0 };

/** The log odds of a match before any correction. */
export function logOddsOf({ evidence, labeled, together }: Reasons): number {
  const company = together ? PRIOR.together + PRIOR.labeledTogether * Math.log(labeled) : 0;
  return PRIOR.base + PRIOR.evidence * Math.min(MOST_EVIDENCE, Math.max(NO_LABELS, evidence)) + company;
}

/** The probability, in (0, 1), that a match of these log odds is right. */
export function confidenceOf(logOdds: number, { slope, shift }: Calibration = UNCORRECTED): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + shift)));
}
