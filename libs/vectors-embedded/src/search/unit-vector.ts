/**
 * Writes a vector scaled to length 1, so that the dot product of two is their cosine similarity. The length is taken
 * in double precision: squares of very small and very large numbers leave single precision.
 */
export function writeUnit(vector: Float32Array, target: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = 1 / Math.sqrt(squares);
  for (let index = 0; index < vector.length; index++) target[index] = vector[index]! * scale;
}

/**
 * Cosine similarity of two vectors of length 1, in double precision and always in the same order, so that it is the
 * same on every computer.
 */
export function similarityOf(one: Float32Array, other: Float32Array): number {
  let even = 0;
  let odd = 0;
  let index = 0;
  for (; index + 1 < one.length; index += 2) {
    even += one[index]! * other[index]!;
    odd += one[index + 1]! * other[index + 1]!;
  }
  if (index < one.length) even += one[index]! * other[index]!;
  return Math.min(1, Math.max(-1, even + odd));
}
