/** What speaks for a face being a person whose faces humans labeled. Log likelihood ratios. */
export interface Reasons {
  /** Of the face and everything that is with the person's labeled faces. */
  readonly cluster: number;
  /** Of the face and the labeled faces alone; `NO_LABELS` where none is left to compare with. */
  readonly labels: number;
  /** Whether the face was put together with labeled faces of the person. */
  readonly together: boolean;
}

/** So much speaks against a person as if a labeled face were clearly somebody else's. */
export const NO_LABELS = -20;

/**
 * How reasons become a probability. The weights were fitted by logistic regression on generated libraries of 2,000 to
 * 12,000 faces with one, two and five labels a person (`bench/train-quality`), on other libraries than the ones that it
 * is measured on.
 */
const PRIOR = { base: -3.39, cluster: 0.092, labels: 0.463, together: 3.24 };
/** Beyond these more evidence says nothing new. */
const CLUSTER_LIMITS = [-20, 40] as const;
const LABEL_LIMITS = [NO_LABELS, 30] as const;

/** How far a library's own labels say that confidences must be corrected, on the scale of log odds. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export const UNCORRECTED: Calibration = { slope: 1, shift: 0 };

/** The log odds of a match before any correction. */
export function logOddsOf({ cluster, labels, together }: Reasons): number {
  return (
    PRIOR.base +
    PRIOR.cluster * within(cluster, CLUSTER_LIMITS) +
    PRIOR.labels * within(labels, LABEL_LIMITS) +
    (together ? PRIOR.together : 0)
  );
}

/** The probability, in (0, 1), that a match of these log odds is right. */
export function confidenceOf(logOdds: number, { slope, shift }: Calibration = UNCORRECTED): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + shift)));
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
