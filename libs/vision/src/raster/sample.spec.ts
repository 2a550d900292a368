import fc from 'fast-check';
import { createRaster, type Raster } from './raster';
import { halve } from './resize';
import { sampleThrough, windowMap, type Similarity } from './sample';

function picture(width: number, height: number, seed: number): Raster {
  const raster = createRaster(width, height);
  let state = seed % 2147483647 || 1;
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = (state = (state * 48271) % 2147483647) & 255;
  return raster;
}

/** One bilinear sample by the book: a weighted mean of the four nearest pixels, edges repeated. */
function slowSample(source: Raster, x: number, y: number, channel: number, fill: number): number {
  if (!(x > -0.5 && y > -0.5 && x < source.width - 0.5 && y < source.height - 0.5)) return fill;
  let value = 0;
  for (const [px, py] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]) {
    const column = Math.floor(x) + px;
    const row = Math.floor(y) + py;
    const weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
    const inside = (i: number, length: number) => Math.min(length - 1, Math.max(0, i));
    value +=
      weight *
      source.data[(inside(row, source.height) * source.width + inside(column, source.width)) * 3 + channel];
  }
  return value;
}

const SIDE = 7;
/** Rounding to a byte, and to weights of eight bits. */
const TOLERANCE = 3;
const rasters = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.nat(1e9))
  .map(([width, height, seed]) => picture(width, height, seed));
const maps = (largest: number, turn: number) =>
  fc
    .record({
      angle: turn === 0 ? fc.constant(0) : fc.double({ min: -turn, max: turn, noNaN: true }),
      scale: fc.double({ min: 0.1, max: largest, noNaN: true }),
      tx: fc.double({ min: -10, max: 20, noNaN: true }),
      ty: fc.double({ min: -10, max: 20, noNaN: true }),
    })
    .map(({ angle, scale, tx, ty }): Similarity => ({
      a: scale * Math.cos(angle),
      b: scale * Math.sin(angle),
      tx,
      ty,
    }));

describe('sampleThrough', () => {
  it.each([
    ['enlarging', 1.4, 3],
    ['shrinking', 6, 3],
    ['not turning', 1.4, 0],
  ])('agrees with the book when %s', (_, largest, turn) => {
    fc.assert(
      fc.property(rasters, maps(largest, turn), (source, map) => {
        const target = createRaster(SIDE, SIDE);
        sampleThrough(source, map, target, 99);
        const across = Math.min(4, Math.max(1, Math.ceil(Math.hypot(map.a, map.b) - 0.6)));
        for (let y = 0; y < SIDE; y++) {
          for (let x = 0; x < SIDE; x++) {
            for (let channel = 0; channel < 3; channel++) {
              let sum = 0;
              for (let v = 0; v < across; v++) {
                for (let u = 0; u < across; u++) {
                  const gx = x + (u + 0.5) / across - 0.5;
                  const gy = y + (v + 0.5) / across - 0.5;
                  sum += slowSample(
                    source,
                    map.a * gx - map.b * gy + map.tx,
                    map.b * gx + map.a * gy + map.ty,
                    channel,
                    99,
                  );
                }
              }
              const difference = target.data[(y * SIDE + x) * 3 + channel] - sum / (across * across);
              expect(Math.abs(difference)).toBeLessThan(onBoundary(source, map) ? 256 : TOLERANCE);
            }
          }
        }
      }),
    );
  });

  it('copies a window pixel by pixel', () => {
    const source = picture(12, 9, 5);
    const target = createRaster(4, 3);
    sampleThrough(source, windowMap(5, 2, 1), target);
    for (let y = 0; y < 3; y++) {
      const from = ((y + 2) * 12 + 5) * 3;
      expect([...target.data.subarray(y * 12, y * 12 + 12)]).toEqual([
        ...source.data.subarray(from, from + 12),
      ]);
    }
  });
});

/** Samples that fall on the very edge of the source may count as inside or outside by rounding. */
function onBoundary({ width, height }: Raster, map: Similarity): boolean {
  const near = (value: number) => Math.abs(value - Math.round(value * 2) / 2) < 1e-9;
  return near(map.tx) || near(map.ty) || width === 0 || height === 0;
}

describe('halve', () => {
  it('takes the mean of every two by two pixels', () => {
    const source = picture(10, 6, 3);
    const half = halve(source);
    expect([half.width, half.height]).toEqual([5, 3]);
    const at = (x: number, y: number) => source.data[(y * 10 + x) * 3 + 1];
    expect(half.data[(2 * 5 + 4) * 3 + 1]).toBe(
      Math.floor((at(8, 4) + at(9, 4) + at(8, 5) + at(9, 5) + 2) / 4),
    );
  });
});
