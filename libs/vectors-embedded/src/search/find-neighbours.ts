import { largestError, type Products } from '@kindred/similarity';
import { Candidates } from './candidates';
import type { RowSelection } from './pack-vectors';
import { type Found, ranked } from './rank';
import { similarityOf, writeUnit } from './unit-vector';

export interface Search {
  readonly dimension: number;
  /** One after the other. */
  readonly queries: Float32Array;
  readonly count: number;
  readonly minimumSimilarity: number;
}

/**
 * The exact nearest rows of every query. Fast products estimate all rows; those few that may be among the answers
 * are measured again in double precision, which alone decides. So the answer is the same on every computer, in
 * whatever company a query is asked, and wherever a row lies.
 */
export async function findNeighbours(
  products: Products,
  selection: RowSelection,
  { dimension, queries, count, minimumSimilarity }: Search,
): Promise<Found[][]> {
  const units = unitVectors(queries, dimension);
  const error = largestError(dimension);
  const candidates = Array.from(
    { length: queries.length / dimension },
    () => new Candidates(count, minimumSimilarity, error),
  );
  let first = 0;
  for (const block of selection.blocks()) {
    const estimates = await products.of(units, block, dimension);
    const rows = block.length / dimension;
    for (const [query, those] of candidates.entries()) {
      those.take(estimates.subarray(query * rows, (query + 1) * rows), first);
    }
    first += rows;
  }
  return candidates.map((those, query) => {
    const unit = units.subarray(query * dimension, (query + 1) * dimension);
    const found = Array.from(those.left(), (row) => ({
      face: selection.faceOf(row),
      similarity: similarityOf(unit, selection.vectorOf(row)),
    }));
    return ranked(
      found.filter(({ similarity }) => similarity >= minimumSimilarity),
      count,
    );
  });
}

function unitVectors(vectors: Float32Array, dimension: number): Float32Array {
  const units = new Float32Array(vectors.length);
  for (let start = 0; start < vectors.length; start += dimension) {
    writeUnit(vectors.subarray(start, start + dimension), units.subarray(start, start + dimension));
  }
  return units;
}
