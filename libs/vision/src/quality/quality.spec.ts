import sharp from 'sharp';
import { ARCFACE_TEMPLATE } from '../align/template';
import { createRaster, type Raster } from '../raster/raster';
import { frontality } from './frontality';
import { laplacianVariance } from './laplacian';
import { qualityOf } from './quality';

/** Squares of pseudo-random brightness, as an aligned face. */
function texture(): Raster {
  const raster = createRaster(112, 112);
  for (let i = 0; i < 112 * 112; i++) {
    const cell = Math.floor(i / 112 / 4) * 31 + Math.floor((i % 112) / 4) * 17;
    raster.data.fill((cell * 97) % 256, i * 3, i * 3 + 3);
  }
  return raster;
}

async function blurred(raster: Raster, sigma: number): Promise<Raster> {
  const data = await sharp(raster.data, { raw: { width: 112, height: 112, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer();
  return { ...raster, data };
}

/** The template as it looks when the head turns by `yaw` to the side and the whole face by `roll` in the image. */
function turned(yaw: number, roll = 0): number[] {
  const depth = [0, 0, 25, 0, 0];
  return ARCFACE_TEMPLATE.flatMap((_, i) => {
    if (i % 2) return [];
    const x = (ARCFACE_TEMPLATE[i] - 56) * Math.cos(yaw) + depth[i / 2] * Math.sin(yaw);
    const y = ARCFACE_TEMPLATE[i + 1] - 72;
    return [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)];
  });
}

describe('quality', () => {
  it('falls with blur', async () => {
    const sharpFace = texture();
    const values = [sharpFace, await blurred(sharpFace, 1), await blurred(sharpFace, 3)].map(
      laplacianVariance,
    );
    expect(values[0]).toBeGreaterThan(values[1]);
    expect(values[1]).toBeGreaterThan(values[2]);
  });

  it('has no sharpness in an even face', () => {
    expect(laplacianVariance(createRaster(112, 112))).toBe(0);
  });

  it('falls as the head turns, to either side alike, and not as the image is tilted', () => {
    const poses = [0, 0.3, 0.6, 1].map((yaw) => frontality(turned(yaw)));
    expect(poses[0]).toBeGreaterThan(0.9);
    for (let i = 1; i < poses.length; i++) expect(poses[i]).toBeLessThan(poses[i - 1]);
    expect(frontality(turned(-0.4))).toBeCloseTo(frontality(turned(0.4)), 1);
    expect(frontality(turned(0.3, 0.7))).toBeCloseTo(frontality(turned(0.3)), 6);
  });

  it('falls with size and stays within 0 and 1', () => {
    const large = qualityOf(
      texture(),
      ARCFACE_TEMPLATE.map((value) => value * 4),
    );
    const small = qualityOf(
      texture(),
      ARCFACE_TEMPLATE.map((value) => value / 4),
    );
    expect(large.size).toBe(1);
    expect(small.size).toBeCloseTo(0.25, 2);
    expect(small.overall).toBeLessThan(large.overall);
    for (const value of Object.values(large)) expect(value).toBeGreaterThanOrEqual(0);
    for (const value of Object.values(large)) expect(value).toBeLessThanOrEqual(1);
  });

  it('is no number that is not a number for landmarks that make no face', () => {
    expect(qualityOf(createRaster(112, 112), Array(10).fill(5)).overall).toBe(0);
  });
});
