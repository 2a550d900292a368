/** A face and how much it looks like the others. */
export interface Likeness {
  /** Its place among the vectors. */
  readonly index: number;
  /** Cosine similarity with the mean of all others, in [-1, 1]. */
  readonly similarity: number;
}

/**
 * Faces of one person by how much they look like the mean of the others, the least first. One face alone is like nobody
 * and is left out.
 * @param vectors L2-normalised.
 */
export function leastAlike(vectors: readonly Float32Array[]): readonly Likeness[] {
  if (vectors.length < 2) return [];
  const sum = new Float64Array(vectors[0]!.length);
  for (const vector of vectors) for (let axis = 0; axis < sum.length; axis += 1) sum[axis]! += vector[axis]!;
  return vectors
    .map((vector, index) => ({ index, similarity: similarityToRest(vector, sum) }))
    .sort((one, other) => one.similarity - other.similarity || one.index - other.index);
}

function similarityToRest(vector: Float32Array, sum: Float64Array): number {
  let product = 0;
  let square = 0;
  for (let axis = 0; axis < sum.length; axis += 1) {
    const rest = sum[axis]! - vector[axis]!;
    product += rest * vector[axis]!;
    square += rest * rest;
  }
  return square === 0 ? 0 : product / Math.sqrt(square);
}
