import type { FaceId, PackName } from '../identity/ids';

export interface VectorEntry {
  readonly face: FaceId;
  /** L2-normalised; its length is the pack's dimension. */
  readonly vector: Float32Array;
}

export interface Neighbour {
  readonly face: FaceId;
  /** Cosine similarity in [-1, 1]. */
  readonly similarity: number;
}

export interface NeighbourQuery {
  /** How many at most, 1 to 1 000. */
  readonly count: number;
  /** Only neighbours at least this similar. */
  readonly minimumSimilarity?: number;
  /** Only these faces may be answered. */
  readonly among?: ReadonlySet<FaceId>;
}

/**
 * Embeddings of faces, one collection per model pack. Writes are durable when they resolve and visible to the
 * next query. Vectors with NaN, of zero length or of the wrong dimension are refused with `VECTOR_INVALID`.
 */
export interface VectorIndex {
  upsert(pack: PackName, entries: readonly VectorEntry[]): Promise<void>;
  delete(pack: PackName, faces: readonly FaceId[]): Promise<void>;
  /** Removes these faces from every pack. */
  deleteEverywhere(faces: readonly FaceId[]): Promise<void>;
  /** Those that exist. */
  get(pack: PackName, faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, Float32Array>>;
  /**
   * Most similar first; the answer for each query vector, in order. Includes the face itself when it is stored. Of very
   * many faces an index may miss some that are not very similar: each adapter says of how many, and how many it misses.
   */
  neighbours(
    pack: PackName,
    queries: readonly Float32Array[],
    query: NeighbourQuery,
  ): Promise<readonly (readonly Neighbour[])[]>;
  /** Every entry, in face id order, in blocks of at most `blockSize`. */
  scroll(pack: PackName, blockSize?: number): AsyncIterable<readonly VectorEntry[]>;
  count(pack: PackName): Promise<number>;
  close(): Promise<void>;
}
