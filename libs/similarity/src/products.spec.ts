import fc from 'fast-check';
import { ExitGate } from './exit-gate';
import { largestError, Products } from './products';

describe('products', () => {
  let products: Products;
  beforeAll(async () => (products = await Products.open(1, new ExitGate())));
  afterAll(() => products.close());

  it('are those of each query with each row, off by less than is promised', async () => {
    const size = fc.integer({ min: 1, max: 9 });
    const shapes = fc.tuple(size, size, fc.constantFrom(1, 3, 64, 512), fc.integer());
    await fc.assert(
      fc.asyncProperty(shapes, async ([queries, rows, dimension, seed]) => {
        const left = unitVectors(queries, dimension, seed);
        const right = unitVectors(rows, dimension, seed + 1);
        const answer = await products.of(left, right, dimension);
        for (let query = 0; query < queries; query += 1) {
          for (let row = 0; row < rows; row += 1) {
            const exact = dot(vectorOf(left, query, dimension), vectorOf(right, row, dimension));
            expect(Math.abs(answer[query * rows + row]! - exact)).toBeLessThanOrEqual(
              largestError(dimension),
            );
          }
        }
      }),
    );
  });

  it('tell a smaller answer after a larger one', async () => {
    await products.of(unitVectors(5, 8, 1), unitVectors(6, 8, 2), 8);
    expect(await products.of(Float32Array.of(1, 0), Float32Array.of(0, 1, 1, 0), 2)).toEqual(
      Float32Array.of(0, 1),
    );
  });
});

function unitVectors(count: number, dimension: number, seed: number): Float32Array {
  const vectors = Float32Array.from({ length: count * dimension }, (_, index) =>
    Math.sin(seed * 7.1 + index * 1.7),
  );
  for (let row = 0; row < count; row += 1) {
    const vector = vectorOf(vectors, row, dimension);
    const length = Math.sqrt(dot(vector, vector)) || 1;
    vector.forEach((value, index) => (vector[index] = value / length));
  }
  return vectors;
}

const vectorOf = (vectors: Float32Array, row: number, dimension: number) =>
  vectors.subarray(row * dimension, (row + 1) * dimension);

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}
