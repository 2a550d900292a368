import fc from 'fast-check';
import sharp from 'sharp';
import { Pyramid } from '../raster/pyramid';
import { createRaster } from '../raster/raster';
import { CROP_SIDE, cropFace, cropSquare } from './crop-face';

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

describe('cropFace', () => {
  const face = (side: number) => ({ left: 100, top: 100, right: 100 + side, bottom: 100 + side, score: 1 });

  it.each([
    ['as large as the photo shows it', 50, 1, 80],
    ['no larger than crops are', 250, 1, CROP_SIDE],
    ['as large as a photo that is loaded at half its size shows it', 100, 0.5, 80],
  ])('shows a face %s', async (_, side, scale, expected) => {
    const photo = new Pyramid({ width: 600, height: 600 }, createRaster(600 * scale, 600 * scale));
    expect(await sharp(await cropFace(photo, face(side))).metadata()).toMatchObject({
      format: 'webp',
      width: expected,
      height: expected,
    });
  });
});
