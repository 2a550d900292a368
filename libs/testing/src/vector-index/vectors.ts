import type { FaceId, PackName, VectorEntry } from '@kindred/domain';

/** The face with this number; faces are in the order of their numbers. */
export function faceNumber(number: number): FaceId {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as FaceId;
}

export function packNamed(name: string): PackName {
  return name as PackName;
}

/** These numbers as a vector of length 1. */
export function direction(...numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

/** A vector of length 1 that depends on the seed and on nothing else. */
export function arbitraryDirection(seed: number, dimension: number): Float32Array {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 - 0.5;
  };
  return direction(...Array.from({ length: dimension }, next));
}

/** The faces with these numbers, each with a vector that depends on its number. */
export function entriesNumbered(first: number, count: number, dimension: number): VectorEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    face: faceNumber(first + index),
    vector: arbitraryDirection(first + index, dimension),
  }));
}

/** Cosine similarity, worked out the slow and obvious way. */
export function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, index) => sum + value * other[index]!, 0);
  return product / (Math.hypot(...one) * Math.hypot(...other));
}
