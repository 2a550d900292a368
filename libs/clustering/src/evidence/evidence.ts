/**
 * What is known of how a model pack's embeddings vary. A face is taken to be its person's direction, as much as
 * `signal` says, and noise; a person looks different in different years or with glasses (`appearance`), which no
 * number of photos averages out.
 */
export interface EmbeddingModel {
  /** Cosine similarity of a good face with its person's true direction, in (0, 1). */
  readonly signal: number;
  /** In how many directions equally strong variation would say as much as the embedding does. */
  readonly dimension: number;
  /** Variance between appearances of one person for one unit of variance between people. */
  readonly appearance: number;
}

/**
 * Faces of one person as far as anybody can tell, summed up: `weight` is how often the person's direction was seen,
 * in units of its own variance, and `square` the squared length of the weighted sum of their embeddings.
 */
export interface Evidence {
  readonly weight: number;
  readonly square: number;
}

const LEAST_SIGNAL = 0.05;
const MOST_SIGNAL = 0.95;

/**
 * How much of a face is its person.
 * @param length what is left of the embedding's length 1 without the directions that say nothing of who it is.
 */
export function signalOf({ signal }: EmbeddingModel, length: number): number {
  return Math.min(MOST_SIGNAL, Math.max(LEAST_SIGNAL, signal * length * length));
}

/** By what an embedding is multiplied before it is added up. */
export const scaleOf = (signal: number): number => signal / (1 - signal * signal);

/** How much a face of this signal says about its person. */
export const weightOf = (signal: number): number => (signal * signal) / (1 - signal * signal);

/**
 * The logarithm of how many times more probable it is that two summed-up sets of faces show one person than two:
 * the likelihood ratio of a two-covariance Gaussian model, as speaker recognition uses it (Brümmer and de Villiers,
 * 2010), with the same variance in each of the model's dimensions. Weak faces say little, many faces of one
 * appearance say no more than that appearance.
 * @param product dot product of both weighted sums.
 */
export function logLikelihoodRatio(
  { dimension, appearance }: EmbeddingModel,
  one: Evidence,
  other: Evidence,
  product: number,
): number {
  const varianceOne = 1 + appearance + 1 / one.weight;
  const varianceOther = 1 + appearance + 1 / other.weight;
  const determinant = varianceOne * varianceOther - 1;
  const squareOne = one.square / (one.weight * one.weight);
  const squareOther = other.square / (other.weight * other.weight);
  const shared = product / (one.weight * other.weight);
  const together = (varianceOther * squareOne - 2 * shared + varianceOne * squareOther) / determinant;
  const apart = squareOne / varianceOne + squareOther / varianceOther;
  const spread = Math.log(determinant / (varianceOne * varianceOther));
  return (-dimension / 2) * (spread + together - apart);
}
