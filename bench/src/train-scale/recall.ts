import type { Products } from '@kindred/similarity';
import type { Recall } from './plan';

/** The neighbours of every row, `width` places a row. */
export interface Neighbours {
  readonly width: number;
  readonly neighbours: Uint32Array;
}

const ROWS = 4096;

/**
 * Looks up the nearest rows of a sample of rows among all of them, exactly, and counts which of them a graph knows:
 * of the `width` nearest that are at least so similar.
 */
export async function recallsOf(
  products: Products,
  vectors: Float32Array,
  dimension: number,
  graph: Neighbours,
  { sampled, leasts }: { readonly sampled: number; readonly leasts: readonly number[] },
): Promise<Recall[]> {
  const count = vectors.length / dimension;
  const sample = Array.from({ length: Math.min(sampled, count) }, (_, place) =>
    Math.floor((place * count) / Math.min(sampled, count)),
  );
  const nearest = await nearestOf(products, vectors, dimension, sample, graph.width);
  return leasts.map((least) => {
    let neighbours = 0;
    let found = 0;
    for (const [place, row] of sample.entries()) {
      const known = new Set(graph.neighbours.subarray(row * graph.width, (row + 1) * graph.width));
      for (const { row: other, similarity } of nearest[place]!) {
        if (similarity < least) continue;
        neighbours += 1;
        if (known.has(other)) found += 1;
      }
    }
    return { least, neighbours, recall: neighbours === 0 ? 1 : found / neighbours };
  });
}

interface Near {
  readonly row: number;
  readonly similarity: number;
}

async function nearestOf(
  products: Products,
  vectors: Float32Array,
  dimension: number,
  sample: readonly number[],
  width: number,
): Promise<Near[][]> {
  const count = vectors.length / dimension;
  const queries = new Float32Array(sample.length * dimension);
  for (const [place, row] of sample.entries()) {
    queries.set(vectors.subarray(row * dimension, (row + 1) * dimension), place * dimension);
  }
  const nearest = sample.map((): Near[] => []);
  for (let first = 0; first < count; first += ROWS) {
    const rows = vectors.subarray(first * dimension, Math.min(first + ROWS, count) * dimension);
    const similarities = await products.of(queries, rows, dimension);
    const size = rows.length / dimension;
    for (const [place, row] of sample.entries()) {
      const own = nearest[place]!;
      for (let index = 0; index < size; index += 1) {
        const similarity = similarities[place * size + index]!;
        if (first + index !== row) keep(own, { row: first + index, similarity }, width);
      }
    }
  }
  return nearest;
}

/** Takes one in among the most similar, which are in order. */
function keep(nearest: Near[], one: Near, width: number): void {
  if (nearest.length === width && one.similarity <= nearest[width - 1]!.similarity) return;
  let place = nearest.length;
  while (place > 0 && nearest[place - 1]!.similarity < one.similarity) place -= 1;
  nearest.splice(place, 0, one);
  if (nearest.length > width) nearest.pop();
}
