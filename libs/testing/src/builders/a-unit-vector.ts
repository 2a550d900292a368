import { seededRandom } from './random';

/** A direction of length 1, spread evenly over the sphere; the same for the same seed. */
export function aUnitVector(seed: number, dimension = 512): Float32Array {
  const random = seededRandom(seed);
  return scaledToOne(Float32Array.from({ length: dimension }, () => gaussian(random)));
}

/** A direction whose cosine similarity to `vector` is `similarity`. */
export function aUnitVectorNear(vector: Float32Array, similarity: number, seed: number): Float32Array {
  const other = aUnitVector(seed, vector.length);
  const along = other.reduce((sum, value, index) => sum + value * vector[index]!, 0);
  const across = scaledToOne(other.map((value, index) => value - along * vector[index]!));
  const share = Math.sqrt(1 - similarity * similarity);
  return scaledToOne(vector.map((value, index) => similarity * value + share * across[index]!));
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function scaledToOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
