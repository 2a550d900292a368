import { ExitGate } from './exit-gate';
import { Products } from './products';
import { nearestCentres, sphericalMeans } from './spherical-means';

const DIMENSION = 16;
const DIRECTIONS = 5;

describe('spherical means', () => {
  let products: Products;
  beforeAll(async () => (products = await Products.open(1, new ExitGate())));
  afterAll(() => products.close());

  it('find the directions that rows lie around, each once', async () => {
    const rows = rowsAround(DIRECTIONS, 200);
    const centres = await sphericalMeans(products, rows, DIMENSION, DIRECTIONS);
    const mostLike = Array.from({ length: DIRECTIONS }, (_, direction) => {
      const likeness = Array.from(
        { length: DIRECTIONS },
        (_, centre) => centres[centre * DIMENSION + direction]!,
      );
      return likeness.findIndex((value) => value > 0.95);
    });
    expect([...mostLike].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('have length 1 and are the same for the same rows', async () => {
    const rows = rowsAround(DIRECTIONS, 50);
    const centres = await sphericalMeans(products, rows, DIMENSION, 8);
    for (let centre = 0; centre < 8; centre += 1) {
      const values = centres.subarray(centre * DIMENSION, (centre + 1) * DIMENSION);
      expect(Math.hypot(...values)).toBeCloseTo(1, 5);
    }
    expect(await sphericalMeans(products, rows, DIMENSION, 8)).toEqual(centres);
  });

  it('are the nearest of each row in order', async () => {
    const centres = Float32Array.of(1, 0, 0, 0.8, 0.6, 0, 0, 1, 0, 0, 0, 1);
    const rows = Float32Array.of(1, 0, 0, 0, 0.6, 0.8);
    expect([...(await nearestCentres(products, rows, 3, centres, 2))]).toEqual([0, 1, 3, 2]);
  });
});

/** Rows that lean to one axis each, those of one axis after the other, so that an even part of them has all axes. */
function rowsAround(directions: number, count: number): Float32Array {
  const rows = new Float32Array(count * DIMENSION);
  for (let row = 0; row < count; row += 1) {
    const values = rows.subarray(row * DIMENSION, (row + 1) * DIMENSION);
    for (let axis = 0; axis < DIMENSION; axis += 1) values[axis] = 0.1 * Math.sin(row * 7.3 + axis * 1.9);
    values[Math.floor((row * directions) / count)]! += 1;
    const length = Math.hypot(...values);
    for (let axis = 0; axis < DIMENSION; axis += 1) values[axis]! /= length;
  }
  return rows;
}
