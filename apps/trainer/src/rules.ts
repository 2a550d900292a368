import type { EmbeddingModel, LearningRules } from '@kindred/clustering';
import type { PackName } from '@kindred/domain';
import type { TrainerSettings } from './settings';

/** What a model pack knows about its embeddings. */
export interface MatchingFacts {
  /** Cosine similarity from which two faces are the same person. */
  readonly sameFace: number;
  /** Of the logistic curve from similarity to probability, with `intercept`. */
  readonly slope: number;
  readonly intercept: number;
}

/** By what people are learned, all derived from the model pack and the settings. */
export interface Rules extends LearningRules {
  readonly pack: PackName;
  /** Cosine similarity from which a changed face may change what is suggested for another one. */
  readonly nearSimilarity: number;
}

/** Less alike than the same face may be, since faces are also known by the company they are in. */
const NEAR = 0.8;
const SIGNAL = 0.86;
const APPEARANCE = 0.45;
/** Dimensions of the model for one unit of the slope: both say how fast likeness becomes certainty. */
const DIMENSIONS_A_SLOPE = 2;

/** How the embeddings of a pack vary; the shares of person and appearance are those measured for the default pack. */
export function embeddingModelOf({ slope }: Pick<MatchingFacts, 'slope'>): EmbeddingModel {
  return { signal: SIGNAL, dimension: DIMENSIONS_A_SLOPE * slope, appearance: APPEARANCE };
}

export function rulesOf(
  pack: PackName,
  matching: MatchingFacts,
  { minimumConfidence, minimumGroupSize }: TrainerSettings,
): Rules {
  return {
    pack,
    model: embeddingModelOf(matching),
    minimumConfidence,
    minimumGroupSize,
    nearSimilarity: NEAR * matching.sameFace,
  };
}
