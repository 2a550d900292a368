export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += (values[i]! - mean) ** 2;
  const variance = squares / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let product = 0;
  for (let i = 0; i < one.length; i += 1) product += one[i]! * other[i]!;
  return product;
}

export function meanOf(vectors: readonly ArrayLike<number>[]): Float64Array {
  const mean = new Float64Array(vectors[0]!.length);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i += 1) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

/** Every dot product of a vector of one person with a vector of another one. */
export function productsAcross(
  left: { readonly person: readonly string[]; readonly values: readonly ArrayLike<number>[] },
  right = left,
): number[] {
  return left.values.flatMap((value, i) =>
    right.values.flatMap((other, k) => (left.person[i] === right.person[k] ? [] : [dot(value, other)])),
  );
}

/** Shares of the strongest directions: eigenvalues of the matrix of dot products, by Jacobi rotations. */
export function spectrumOf(vectors: readonly ArrayLike<number>[], count: number): number[] {
  const size = vectors.length;
  const gram = vectors.map((one) => Float64Array.from(vectors, (other) => dot(one, other)));
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(gram, p, q);
    }
  }
  const values = gram.map((row, i) => row[i]!).sort((a, b) => b - a);
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.slice(0, count).map((value) => value / total);
}

function rotate(matrix: readonly Float64Array[], p: number, q: number): void {
  const off = matrix[p]![q]!;
  if (Math.abs(off) < 1e-12) return;
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of matrix) {
    const a = row[p]!;
    const b = row[q]!;
    row[p] = c * a - s * b;
    row[q] = s * a + c * b;
  }
  const rowP = matrix[p]!;
  const rowQ = matrix[q]!;
  for (let k = 0; k < matrix.length; k += 1) {
    const a = rowP[k]!;
    const b = rowQ[k]!;
    rowP[k] = c * a - s * b;
    rowQ[k] = s * a + c * b;
  }
}
