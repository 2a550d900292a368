import { ExactNearest, type Found } from './exact-nearest';
import type { RowBlock } from './pack-vectors';
import { largestError, type Products } from './products';
import { similarityOf, writeUnit } from './unit-vector';

export interface Search {
  readonly dimension: number;
  /** One after the other. */
  readonly queries: Float32Array;
  readonly count: number;
  readonly minimumSimilarity: number;
}

/**
 * The exact nearest rows of every query. Fast products say which rows may be among them; those few are measured
 * again in double precision, which alone decides. So the answer is the same on every computer, in whatever company
 * a query is asked, and wherever a row lies.
 */
export async function findNeighbours(
  products: Products,
  blocks: Iterable<RowBlock>,
  { dimension, queries, count, minimumSimilarity }: Search,
): Promise<(readonly Found[])[]> {
  const units = unitVectors(queries, dimension);
  const nearest = Array.from({ length: units.length / dimension }, () => new ExactNearest(count, minimumSimilarity));
  const error = largestError(dimension);
  for (const block of blocks) {
    const estimates = await products.of(units, block.values, dimension);
    for (const [query, found] of nearest.entries()) {
      const first = query * block.rows;
      let bar = found.bar - error;
      for (let row = 0; row < block.rows; row++) {
        if (estimates[first + row]! < bar) continue;
        found.offer(
          block.faceOf(row),
          similarityOf(units, query * dimension, block.values, row * dimension, dimension),
        );
        bar = found.bar - error;
      }
    }
  }
  return nearest.map((found) => found.ranked());
}

function unitVectors(vectors: Float32Array, dimension: number): Float32Array {
  const units = new Float32Array(vectors.length);
  for (let start = 0; start < vectors.length; start += dimension) {
    writeUnit(vectors.subarray(start, start + dimension), units.subarray(start, start + dimension));
  }
  return units;
}
