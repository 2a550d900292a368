const DIMENSION = 64;

/** A unit vector that is nearly orthogonal to those of other numbers. */
export function someVector(number: number): Float32Array {
  let state = number * 2_654_435_761 + 1;
  const values = Array.from({ length: DIMENSION }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32 - 0.5;
  });
  return scaledToOne(values);
}

/** A unit vector that looks like another, and the less like its other neighbours. */
export function vectorNear(vector: Float32Array, number: number): Float32Array {
  const other = someVector(number);
  return scaledToOne(Array.from(vector, (value, axis) => value + 0.4 * other[axis]!));
}

function scaledToOne(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
