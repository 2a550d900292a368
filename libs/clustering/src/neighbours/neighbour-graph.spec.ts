import type { Products } from '@kindred/similarity';
import fc from 'fast-check';
import { aLibrary, DIMENSION } from '../testing/a-library';
import { openProducts } from '../testing/unlabeled';
import { NO_NEIGHBOUR, type NeighbourGraph } from './nearest-rows';
import { neighbourGraph } from './neighbour-graph';

/** What the graph says of one row, as pairs. */
function neighboursOf({ neighbours, similarities, width }: NeighbourGraph, row: number) {
  const found: [number, number][] = [];
  for (let place = row * width; place < (row + 1) * width; place += 1) {
    if (neighbours[place] !== NO_NEIGHBOUR) found.push([neighbours[place]!, similarities[place]!]);
  }
  return found;
}

function slowly(vectors: Float32Array, dimension: number, row: number, width: number, minimum: number) {
  const count = vectors.length / dimension;
  const found: [number, number][] = [];
  for (let other = 0; other < count; other += 1) {
    if (other === row) continue;
    let similarity = 0;
    for (let axis = 0; axis < dimension; axis += 1) {
      similarity += vectors[row * dimension + axis]! * vectors[other * dimension + axis]!;
    }
    if (similarity >= minimum) found.push([other, similarity]);
  }
  return found.sort(([, one], [, other]) => other - one).slice(0, width);
}

jest.setTimeout(60_000);

describe('the neighbour graph', () => {
  let products: Products;
  beforeAll(async () => (products = await openProducts()));
  afterAll(() => products.close());

  it('has the most similar others of every row, most similar first', async () => {
    const sizes = fc.record({
      photos: fc.integer({ min: 1, max: 40 }),
      width: fc.integer({ min: 1, max: 9 }),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ photos, width, seed }) => {
        const { vectors } = aLibrary({ photos, blurred: 0.2, seed }).faces;
        const graph = await neighbourGraph(products, vectors, DIMENSION, { width, minimumSimilarity: 0.1 });
        for (let row = 0; row < vectors.length / DIMENSION; row += 1) {
          const expected = slowly(vectors, DIMENSION, row, width, 0.1);
          const found = neighboursOf(graph, row);
          expect(found).toHaveLength(expected.length);
          for (const [place, [, similarity]] of found.entries())
            expect(similarity).toBeCloseTo(expected[place]![1], 4);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same every time', async () => {
    const { vectors } = aLibrary({ photos: 200, blurred: 0.2 }).faces;
    for (const mostCompared of [10, 10_000]) {
      const options = { width: 8, minimumSimilarity: 0.2, mostCompared };
      const one = await neighbourGraph(products, vectors, DIMENSION, options);
      expect(await neighbourGraph(products, vectors, DIMENSION, options)).toEqual(one);
    }
  });

  it('finds nearly all neighbours that matter inside lists, too', async () => {
    const { vectors } = aLibrary({ photos: 2000, blurred: 0.1 }).faces;
    const options = { width: 24, minimumSimilarity: 0.4 };
    const exact = await neighbourGraph(products, vectors, DIMENSION, options);
    const listed = await neighbourGraph(products, vectors, DIMENSION, { ...options, mostCompared: 100 });
    let [all, found] = [0, 0];
    for (let row = 0; row < vectors.length / DIMENSION; row += 1) {
      const known = new Set(neighboursOf(listed, row).map(([other]) => other));
      for (const [other] of neighboursOf(exact, row)) {
        all += 1;
        if (known.has(other)) found += 1;
      }
    }
    expect(found / all).toBeGreaterThan(0.97);
  });

  it('has no row twice among the neighbours of another, and never the row itself', async () => {
    const { vectors } = aLibrary({ photos: 500, blurred: 0.1 }).faces;
    const graph = await neighbourGraph(products, vectors, DIMENSION, {
      width: 16,
      minimumSimilarity: 0,
      mostCompared: 10,
    });
    for (let row = 0; row < vectors.length / DIMENSION; row += 1) {
      const others = neighboursOf(graph, row).map(([other]) => other);
      expect(new Set(others).size).toBe(others.length);
      expect(others).not.toContain(row);
    }
  });

  it('leaves vectors of zeros alone, and says how far it is', async () => {
    const vectors = Float32Array.of(1, 0, 0, 0, 1, 0);
    const told: number[] = [];
    const onProgress = (rows: number) => void told.push(rows);
    const graph = await neighbourGraph(products, vectors, 2, {
      width: 2,
      minimumSimilarity: 0.1,
      onProgress,
    });
    expect([0, 1, 2].map((row) => neighboursOf(graph, row))).toEqual([[[2, 1]], [], [[0, 1]]]);
    expect(told.at(-1)).toBe(3);
  });

  it('is empty without rows', async () => {
    const graph = await neighbourGraph(products, new Float32Array(0), 512, {
      width: 4,
      minimumSimilarity: 0,
    });
    expect(graph.neighbours).toHaveLength(0);
  });
});
