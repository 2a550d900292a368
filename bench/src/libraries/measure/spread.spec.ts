import fc from 'fast-check';
import { momentsOf, productsAcross, spectrumOf } from './spread';

describe('the spread of vectors', () => {
  it('is in the directions that hold it, strongest first', () => {
    const spectrum = spectrumOf(
      [
        [3, 0, 0],
        [0, 4, 0],
        [-3, 0, 0],
      ],
      3,
    );
    expect(spectrum[0]).toBeCloseTo(18 / 34, 10);
    expect(spectrum[1]).toBeCloseTo(16 / 34, 10);
    expect(spectrum[2]).toBeCloseTo(0, 10);
  });

  it('has shares that sum up to one and as many squares as the products of all vectors have', () => {
    const coordinate = fc.integer({ min: -5, max: 5 });
    const vector = fc.tuple(coordinate, coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(fc.array(vector, { minLength: 2, maxLength: 8 }), (vectors) => {
        const dot = (one: readonly number[], other: readonly number[]) =>
          one.reduce((sum, value, i) => sum + value * other[i]!, 0);
        const total = vectors.reduce((sum, one) => sum + dot(one, one), 0);
        fc.pre(total > 0);
        const spectrum = spectrumOf(vectors, vectors.length);
        const squares = vectors.flatMap((one) => vectors.map((other) => dot(one, other) ** 2));
        expect(spectrum.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
        expect(spectrum.reduce((sum, share) => sum + share ** 2, 0)).toBeCloseTo(
          squares.reduce((sum, square) => sum + square, 0) / total ** 2,
          8,
        );
      }),
    );
  });

  it('compares only vectors of different people', () => {
    const products = productsAcross({
      person: ['a', 'a', 'b'],
      values: [
        [1, 0],
        [0, 1],
        [2, 3],
      ],
    });
    expect(products.sort()).toEqual([2, 2, 3, 3]);
    expect(momentsOf(products)).toEqual({ mean: 2.5, deviation: 0.5 });
  });
});
