import type { ErrorCode } from '@kindred/domain';

/** What the index's thread is started with. */
export interface ThreadSetup {
  readonly file: string;
  /** Processors that one search may use. */
  readonly searchThreads: number;
  /** Faces of a pack up to which every search compares all of them. */
  readonly exactUpTo: number;
}

export interface WorkerSetup extends ThreadSetup {
  /** Shared by both sides of the `ExitGate`. */
  readonly gate: SharedArrayBuffer;
}

/** Vectors of one length, one after the other. */
export interface PackedVectors {
  readonly dimension: number;
  readonly values: Float32Array;
}

/** One change; those that arrive together share a transaction. */
export type Change =
  | {
      readonly kind: 'upsert';
      readonly pack: string;
      readonly faces: readonly string[];
      readonly vectors: PackedVectors;
    }
  | { readonly kind: 'delete'; readonly pack: string; readonly faces: readonly string[] }
  | { readonly kind: 'deleteEverywhere'; readonly faces: readonly string[] };

export interface PackedEntries {
  readonly faces: readonly string[];
  readonly vectors: PackedVectors;
}

export interface NeighbourRequest {
  readonly pack: string;
  readonly queries: PackedVectors;
  readonly count: number;
  readonly minimumSimilarity: number;
  readonly among: readonly string[] | null;
}

/** The neighbours of several queries, one after the other; a face that many have is named once. */
export interface PackedNeighbours {
  /** How many each query has. */
  readonly counts: Uint32Array;
  readonly faces: readonly string[];
  /** Of each neighbour, its place in `faces`. */
  readonly places: Uint32Array;
  readonly similarities: Float64Array;
}

/** What the thread is asked, by name, and what it answers. */
export interface Calls {
  /** The outcome of each change, in order: null when it was done. */
  write: { request: readonly Change[]; answer: readonly (WireError | null)[] };
  get: { request: { readonly pack: string; readonly faces: readonly string[] }; answer: PackedEntries };
  page: {
    request: { readonly pack: string; readonly after: string; readonly limit: number };
    answer: PackedEntries;
  };
  neighbours: { request: NeighbourRequest; answer: PackedNeighbours };
  count: { request: { readonly pack: string }; answer: number };
  close: { request: null; answer: null };
}

export type CallName = keyof Calls;

export interface Request<Name extends CallName = CallName> {
  readonly call: number;
  readonly name: Name;
  readonly request: Calls[Name]['request'];
}

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
  readonly transient: boolean;
}

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly error: WireError }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: Calls[CallName]['answer'] }
  | { readonly kind: 'failed'; readonly call: number; readonly error: WireError };
