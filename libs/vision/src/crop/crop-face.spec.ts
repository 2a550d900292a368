import fc from 'fast-check';
import { cropSquare } from './crop-face';

describe('cropSquare', () => {
  it('lies inside the photo and is as large as it can be up to the margin', () => {
    const fraction = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 4000 }),
        fraction,
        fraction,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (width, height, u, v, share) => {
          const size = share * Math.min(width, height);
          const face = {
            left: u * width,
            top: v * height,
            right: u * width + size,
            bottom: v * height + size,
            score: 1,
          };
          const { left, top, side } = cropSquare({ width, height }, face);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(left + side).toBeLessThanOrEqual(width + 1e-6);
          expect(top + side).toBeLessThanOrEqual(height + 1e-6);
          expect(side).toBeCloseTo(Math.min(size * 1.6, width, height), 6);
        },
      ),
    );
  });
});
