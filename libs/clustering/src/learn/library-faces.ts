import type { EmbeddingModel } from '../evidence/evidence';
import type { RatedFaces } from '../evidence/shared-direction';
import type { Constraints } from '../group/constraints';

/** Faces of a library with what humans said of them, in memory that can be handed to a thread. */
export interface LibraryFaces extends RatedFaces, Constraints {}

export interface LearningRules {
  readonly model: EmbeddingModel;
  /** Confidence, in (0, 1), from which a person is suggested for a face. */
  readonly minimumConfidence: number;
  /** Faces that make a group of unknown ones. */
  readonly minimumGroupSize: number;
}

/** What a training of the whole library found out that a look at a part of it needs to know. */
export interface LibraryKnowledge {
  /** Faces of the whole library: the more there are, the more often two look alike by chance. */
  readonly faces: number;
  /** What bad faces have in common; null when nothing. */
  readonly sharedDirection: Float64Array | null;
}

/** Unlabeled faces of one person. */
export interface LearnedGroup {
  /** Indices of its faces, ascending. */
  readonly faces: readonly number[];
  /** Probability that each of them belongs to the others. */
  readonly confidences: readonly number[];
  /** The earlier group that it is; `NOBODY` for a new one. */
  readonly earlier: number;
}

/** Somebody in a question: a labeled person by label number, or a group by its place among the learned ones. */
export type Somebody = { readonly label: number } | { readonly group: number };

/** Two who are probably one person. */
export interface SamePersonQuestion {
  readonly one: Somebody;
  readonly other: Somebody;
  /** Log likelihood ratio: the more, the more probable. */
  readonly evidence: number;
}

/** What faces say, given what humans said. */
export interface LearnedPeople {
  /** The label number of the person that each face is suggested to be; `NOBODY` where nobody is. */
  readonly matches: Int32Array;
  /** Calibrated probability of each match; 0 where there is none. */
  readonly confidences: Float64Array;
  /** The largest first. */
  readonly groups: readonly LearnedGroup[];
  /** The most probable first. */
  readonly questions: readonly SamePersonQuestion[];
  readonly knowledge: LibraryKnowledge;
}
