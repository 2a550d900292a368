import fc from 'fast-check';
import type { Similarity } from '../raster/sample';
import { fitSimilarity } from './fit-similarity';
import { ARCFACE_TEMPLATE } from './template';

const apply = ({ a, b, tx, ty }: Similarity, points: readonly number[]): number[] =>
  points.flatMap((_, i) =>
    i % 2 ? [] : [a * points[i] - b * points[i + 1] + tx, b * points[i] + a * points[i + 1] + ty],
  );

const error = (map: Similarity, from: readonly number[], to: readonly number[]): number =>
  apply(map, from).reduce((sum, value, i) => sum + (value - to[i]) ** 2, 0);

const shift = fc.double({ min: -1000, max: 1000, noNaN: true });
const similarities = fc
  .record({
    angle: fc.double({ min: -3, max: 3, noNaN: true }),
    scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
    tx: shift,
    ty: shift,
  })
  .map(({ angle, scale, tx, ty }): Similarity => ({
    a: scale * Math.cos(angle),
    b: scale * Math.sin(angle),
    tx,
    ty,
  }));

describe('fitSimilarity', () => {
  it('finds the similarity that the points went through', () => {
    fc.assert(
      fc.property(similarities, (map) => {
        const found = fitSimilarity(ARCFACE_TEMPLATE, apply(map, ARCFACE_TEMPLATE));
        for (const part of ['a', 'b', 'tx', 'ty'] as const) expect(found[part]).toBeCloseTo(map[part], 6);
      }),
    );
  });

  it('is no worse than any similarity near it', () => {
    const noise = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 10, maxLength: 10 });
    const nudge = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(similarities, noise, nudge, nudge, nudge, nudge, (map, offsets, da, db, dx, dy) => {
        const to = apply(map, ARCFACE_TEMPLATE).map((value, i) => value + offsets[i]);
        const best = fitSimilarity(ARCFACE_TEMPLATE, to);
        const other = { a: best.a + da, b: best.b + db, tx: best.tx + dx * 20, ty: best.ty + dy * 20 };
        const least = error(best, ARCFACE_TEMPLATE, to);
        expect(least).toBeLessThanOrEqual(error(other, ARCFACE_TEMPLATE, to) * (1 + 1e-9) + 1e-6);
      }),
    );
  });

  it('shifts points that coincide', () => {
    expect(fitSimilarity([3, 4, 3, 4], [10, 20, 10, 20])).toEqual({ a: 1, b: 0, tx: 7, ty: 16 });
  });
});
