/** Whom no person: what the detector took for a face. Not even two of them are one. */
export const NOBODY = -1;

/** Faces of a library of photos, in the order in which the photos were taken, and the truth about them. */
export interface Library {
  readonly name: string;
  /** Numbers in an embedding. */
  readonly dimension: number;
  /** L2-normalised embeddings, one face after the other. */
  readonly vectors: Float32Array;
  /** Who each face is; `NOBODY` for a false detection. */
  readonly people: Int32Array;
  /** The photo of each face: faces of one photo are different people. */
  readonly photos: Uint32Array;
  /** Overall quality in [0, 1]. */
  readonly qualities: Float32Array;
  /** Relatives share a household; -1 for a face of whom nothing is known. */
  readonly households: Int32Array;
  /** Photos that a burst took of one scene share it. */
  readonly scenes: Uint32Array;
}

export const vectorOf = ({ vectors, dimension }: Library, face: number): Float32Array =>
  vectors.subarray(face * dimension, (face + 1) * dimension);
