import { type Calibration, similarityAt } from '@kindred/clustering';
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

/** By what faces are matched and grouped, all derived from the model pack and the settings. */
export interface Rules {
  readonly pack: PackName;
  readonly calibration: Calibration;
  /** A face that is less like every labeled face is a stranger. */
  readonly matchSimilarity: number;
  /** Faces that are less alike on average are not grouped. */
  readonly groupSimilarity: number;
  readonly minimumGroupSize: number;
}

export function rulesOf(
  pack: PackName,
  { sameFace, slope, intercept }: MatchingFacts,
  { minimumConfidence, minimumGroupSize }: TrainerSettings,
): Rules {
  const calibration = { slope, intercept };
  return {
    pack,
    calibration,
    matchSimilarity: Math.max(sameFace, similarityAt(minimumConfidence, calibration)),
    groupSimilarity: sameFace,
    minimumGroupSize,
  };
}
