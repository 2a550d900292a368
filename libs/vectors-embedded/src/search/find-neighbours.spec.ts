import fc from 'fast-check';
import type { Products } from '@kindred/similarity';
import { findNeighbours } from './find-neighbours';
import { PackVectors } from './pack-vectors';

const DIMENSION = 3;
/** What adding up three products in single precision can be off by. */
const LARGEST_ERROR = DIMENSION * 2 ** -24;

describe('findNeighbours', () => {
  it('is exact, ties by id included, however wrong the estimates are within their bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(direction, { minLength: 1, maxLength: 40 }),
        fc.array(direction, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(-1, 0, 0.5),
        fc.infiniteStream(fc.constantFrom(-1, -0.5, 0, 0.5, 1)),
        async (vectors, queries, count, minimumSimilarity, errors) => {
          const pack = packOf(vectors);
          const search = { dimension: DIMENSION, queries: flat(queries), count, minimumSimilarity };
          const exact = await findNeighbours(
            estimates(() => 0),
            pack.all(),
            search,
          );
          const disturbed = estimates(() => errors.next().value! * LARGEST_ERROR);
          expect(await findNeighbours(disturbed, pack.all(), search)).toEqual(exact);
          expect(exact).toEqual(queries.map((query) => obvious(vectors, query, count, minimumSimilarity)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ranks by id among more equally similar faces than it keeps at first', async () => {
    const vectors = Array.from({ length: 9000 }, () => [0, 0.6, 0.8] as const);
    const search = {
      dimension: DIMENSION,
      queries: Float32Array.of(0, 1, 0),
      count: 5,
      minimumSimilarity: -1,
    };
    const [found] = await findNeighbours(
      estimates(() => 0),
      packOf(vectors.reverse()).all(),
      search,
    );
    expect(found!.map(({ face }) => face)).toEqual([0, 1, 2, 3, 4].map(faceNumber));
  });

  it('answers the same wherever the rows lie', async () => {
    const vectors = Array.from(
      { length: 300 },
      (_, number) => [1, (number * 37) % 50, (number * 11) % 13] as const,
    );
    const search = {
      dimension: DIMENSION,
      queries: Float32Array.of(1, 20, 4),
      count: 60,
      minimumSimilarity: -1,
    };
    const pack = packOf(vectors);
    const before = await findNeighbours(
      estimates(() => 0),
      pack.all(),
      search,
    );
    for (let number = 0; number < 300; number += 3) {
      pack.delete(faceNumber(number));
      pack.set(faceNumber(number), Float32Array.from(vectors[number]!));
    }
    expect(
      await findNeighbours(
        estimates(() => 0),
        pack.all(),
        search,
      ),
    ).toEqual(before);
    const among = vectors.map((_, number) => faceNumber(number));
    expect(
      await findNeighbours(
        estimates(() => 0),
        pack.among(among),
        search,
      ),
    ).toEqual(before);
  });
});

const number = fc.integer({ min: -3, max: 3 });
const direction = fc.tuple(number, number, number).filter((numbers) => numbers.some((value) => value !== 0));

type Numbers = readonly [number, number, number];

function faceNumber(place: number): string {
  return `face-${String(place).padStart(5, '0')}`;
}

function packOf(vectors: readonly Numbers[]): PackVectors {
  const pack = new PackVectors(DIMENSION);
  for (const [place, vector] of [...vectors.entries()].reverse())
    pack.set(faceNumber(place), Float32Array.from(vector));
  return pack;
}

function flat(vectors: readonly Numbers[]): Float32Array {
  return Float32Array.from(vectors.flat());
}

/** Products that are off by what `error` says. */
function estimates(error: () => number): Products {
  return {
    of: async (queries: Float32Array, rows: Float32Array) => {
      const products: number[] = [];
      for (let query = 0; query < queries.length; query += DIMENSION) {
        for (let row = 0; row < rows.length; row += DIMENSION)
          products.push(product(queries, query, rows, row) + error());
      }
      return Float32Array.from(products);
    },
  } as Partial<Products> as Products;
}

function product(one: Float32Array, oneStart: number, other: Float32Array, otherStart: number): number {
  let sum = 0;
  for (let index = 0; index < DIMENSION; index++) sum += one[oneStart + index]! * other[otherStart + index]!;
  return sum;
}

/** Measures and sorts everything. */
function obvious(vectors: readonly Numbers[], query: Numbers, count: number, minimum: number) {
  return vectors
    .map((vector, place) => ({ face: faceNumber(place), similarity: cosine(unit(query), unit(vector)) }))
    .filter(({ similarity }) => similarity >= minimum)
    .sort((one, other) => other.similarity - one.similarity || (one.face < other.face ? -1 : 1))
    .slice(0, count);
}

function unit(vector: Numbers): Float32Array {
  const length = Math.sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2);
  return Float32Array.from(vector, (value) => value * (1 / length));
}

/** Adds up in the order that the index promises: even places, then odd ones. */
function cosine(one: Float32Array, other: Float32Array): number {
  const even = 0 + one[0]! * other[0]! + one[2]! * other[2]!;
  const odd = 0 + one[1]! * other[1]!;
  return Math.min(1, Math.max(-1, even + odd));
}
