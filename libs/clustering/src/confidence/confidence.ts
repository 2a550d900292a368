/**
 * How cosine similarity becomes a probability: a logistic curve, fitted per model pack on pairs of which it is known
 * whether they show the same person (Platt, 1999).
 */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** Probability in (0, 1) that two faces of this cosine similarity are the same person. */
export function confidenceOf(similarity: number, { slope, intercept }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * similarity + intercept)));
}

/** The cosine similarity at which the confidence is `confidence`, in (0, 1): the inverse of `confidenceOf`. */
export function similarityAt(confidence: number, { slope, intercept }: Calibration): number {
  return (Math.log(confidence / (1 - confidence)) - intercept) / slope;
}
