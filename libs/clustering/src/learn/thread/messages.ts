import type { LearnedPeople, LearningRules, LibraryFaces, LibraryKnowledge } from '../library-faces';

/** What the thread is started with. */
export interface WorkerSetup {
  /** Memory of the gate that the end of the process waits at. */
  readonly gate: SharedArrayBuffer;
  /** Processors that products may use. */
  readonly processors: number;
  /** Where products are computed, by ONNX Runtime's name. */
  readonly executionProvider: string;
}

export interface Request {
  readonly faces: LibraryFaces;
  readonly rules: LearningRules;
  readonly known: LibraryKnowledge | undefined;
}

export type Reply =
  | { readonly kind: 'progress'; readonly stage: 'compare' | 'group' | 'match'; readonly faces: number }
  | { readonly kind: 'answer'; readonly learned: LearnedPeople }
  | { readonly kind: 'failed'; readonly message: string };
