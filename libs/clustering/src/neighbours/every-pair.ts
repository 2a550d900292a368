import type { Products } from '@kindred/similarity';
import type { NearestRows } from './nearest-rows';

/** Rows whose products with all later blocks are asked for together: small enough for the answer to stay in a cache. */
const ROWS = 1024;
const BLOCK = 2048;

/**
 * Compares every row with every other one, each pair once: exact, and quadratic.
 * @param vectors L2-normalised, one after the other.
 * @param onProgress told how many rows are done.
 */
export async function compareEveryPair(
  products: Products,
  vectors: Float32Array,
  dimension: number,
  nearest: NearestRows,
  onProgress: (rows: number) => void,
): Promise<void> {
  const count = vectors.length / dimension;
  for (let first = 0; first < count; first += ROWS) {
    const end = Math.min(first + ROWS, count);
    const rows = vectors.subarray(first * dimension, end * dimension);
    for (let from = first; from < count; from += BLOCK) {
      const to = Math.min(from + BLOCK, count);
      const similarities = await products.of(
        rows,
        vectors.subarray(from * dimension, to * dimension),
        dimension,
      );
      for (let row = first; row < end; row += 1) {
        const start = Math.max(from, row + 1);
        const answer = (row - first) * (to - from);
        meetAll(nearest, row, start, similarities.subarray(answer + start - from, answer + to - from));
      }
    }
    onProgress(end);
  }
}

/** Introduces a row to those from `start` on, whom it is as similar to as these numbers say. */
function meetAll(nearest: NearestRows, row: number, start: number, similarities: Float32Array): void {
  const { bars } = nearest;
  for (let index = 0; index < similarities.length; index += 1) {
    const similarity = similarities[index]!;
    if (similarity >= bars[row]!) nearest.meet(row, start + index, similarity);
    if (similarity >= bars[start + index]!) nearest.meet(start + index, row, similarity);
  }
}
