import * as fc from 'fast-check';
import { type Box, intersectionOverUnion } from './geometry';

/** Cells of a grid of this many on each side; a power of two, so that fractions are exact. */
const SIDE = 16;

const cell = fc.nat({ max: SIDE / 2 });
const box: fc.Arbitrary<Box> = fc
  .tuple(cell, cell, cell, cell)
  .map(([x, y, width, height]) => ({ x: x / SIDE, y: y / SIDE, width: width / SIDE, height: height / SIDE }));

/** Worked out by counting cells. */
function slowIntersectionOverUnion(a: Box, b: Box): number {
  const holds = ({ x, y, width, height }: Box, column: number, row: number) =>
    column >= x * SIDE && column < (x + width) * SIDE && row >= y * SIDE && row < (y + height) * SIDE;
  let both = 0;
  let either = 0;
  for (let column = 0; column < SIDE; column++) {
    for (let row = 0; row < SIDE; row++) {
      const [inA, inB] = [holds(a, column, row), holds(b, column, row)];
      if (inA && inB) both++;
      if (inA || inB) either++;
    }
  }
  return both === 0 ? 0 : both / either;
}

describe('intersectionOverUnion', () => {
  it('is what counting cells gives', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(intersectionOverUnion(a, b)).toBeCloseTo(slowIntersectionOverUnion(a, b), 12);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same either way round, and between 0 and 1', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(intersectionOverUnion(a, b)).toBe(intersectionOverUnion(b, a));
        expect(intersectionOverUnion(a, b)).toBeGreaterThanOrEqual(0);
        expect(intersectionOverUnion(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a box with itself is 1; with one that only touches it, or an empty one, 0', () => {
    const one = { x: 0.25, y: 0.25, width: 0.25, height: 0.5 };
    expect(intersectionOverUnion(one, one)).toBe(1);
    expect(intersectionOverUnion(one, { ...one, x: 0.5 })).toBe(0);
    expect(intersectionOverUnion(one, { ...one, y: 0.75 })).toBe(0);
    expect(intersectionOverUnion(one, { ...one, width: 0 })).toBe(0);
    expect(intersectionOverUnion({ ...one, height: -0.5 }, one)).toBe(0);
    expect(intersectionOverUnion({ ...one, x: NaN }, one)).toBe(0);
  });
});
