import type { LearningRules, LibraryKnowledge } from '@kindred/clustering';
import type { EmbeddingFacts } from '../libraries/embedding-facts';
import type { GroupingResult, MatchingResult } from '../train-quality/judge';
import type { ProductWork } from './product-work';

/** Labels of each labeled person, when some are labeled. */
export const LABELS = 2;

/** What a process of its own is asked to do with a generated library. */
export interface ScalePlan {
  readonly faces: number;
  readonly seed: number;
  readonly facts: EmbeddingFacts;
  readonly rules: LearningRules;
}

export interface RefreshPlan extends ScalePlan {
  readonly known: LibraryKnowledge;
  /** Cosine similarity from which a changed face may change what is suggested for another one. */
  readonly nearSimilarity: number;
}

/** One training of a whole library. */
export interface Training {
  /** Labels of each labeled person. */
  readonly each: number;
  /** Until neighbours are known, reading what bad faces share included. */
  readonly compareSeconds: number;
  readonly groupSeconds: number;
  readonly matchSeconds: number;
  readonly seconds: number;
  /** Of all processors: less than what passed where they waited, and no more on a busy machine. */
  readonly processorSeconds: number;
  /** The most memory that the process had until then, the library's included. */
  readonly peakBytes: number;
  /** Faces labeled and matched as people, the others as groups. */
  readonly grouping: GroupingResult;
  /** Null where nobody is labeled. */
  readonly matching: MatchingResult | null;
}

/** How well and how fast the nearest faces are found. */
export interface NeighbourSearch {
  readonly seconds: number;
  readonly work: ProductWork;
  readonly recalls: readonly Recall[];
}

/** Of the neighbours that are at least so similar, the share that is found. */
export interface Recall {
  readonly least: number;
  readonly neighbours: number;
  readonly recall: number;
}

export interface ScaleResult {
  readonly faces: number;
  /** Memory of the process with the library and before any training. */
  readonly libraryBytes: number;
  readonly trainings: readonly Training[];
  readonly search: NeighbourSearch;
  readonly known: LibraryKnowledge;
  /** Processes that wanted to run, averaged over the last minute, before and after. */
  readonly load: readonly [number, number];
}

/** What it takes to say who one new face is; medians. */
export interface RefreshResult {
  /** Faces in the stores. */
  readonly faces: number;
  readonly fillSeconds: number;
  /** Until the index was as fast as it gets, after it was filled. */
  readonly preparedSeconds: number;
  readonly searchMilliseconds: number;
  readonly learnMilliseconds: number;
  /** Reading and writing. */
  readonly restMilliseconds: number;
  readonly milliseconds: number;
  /** Of all processors: no more on a busy machine. */
  readonly processorMilliseconds: number;
  readonly slowestMilliseconds: number;
  /** Faces that were looked at. */
  readonly neighbourhood: number;
  readonly peakBytes: number;
  readonly load: number;
}
