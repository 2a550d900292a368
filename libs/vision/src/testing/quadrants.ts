import sharp from 'sharp';
import type { Raster } from '../raster/raster';

type Colour = readonly [number, number, number];

export const RED: Colour = [220, 30, 30];
export const GREEN: Colour = [30, 200, 30];
export const BLUE: Colour = [30, 30, 220];
export const YELLOW: Colour = [220, 220, 30];

export const QUADRANTS_WIDTH = 96;
export const QUADRANTS_HEIGHT = 64;

/** A picture that shows which way is up: red and green above blue and yellow. */
export function quadrants(): sharp.Sharp {
  const width = QUADRANTS_WIDTH;
  const height = QUADRANTS_HEIGHT;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = y < height / 2 ? [RED, GREEN] : [BLUE, YELLOW];
      data.set(row[x < width / 2 ? 0 : 1]!, (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** The colours near the four corners: top left, top right, bottom left, bottom right. */
export function cornersOf(raster: Raster): number[][] {
  const at = (x: number, y: number) => [
    ...raster.data.subarray((y * raster.width + x) * 3, (y * raster.width + x) * 3 + 3),
  ];
  const right = raster.width - 3;
  const bottom = raster.height - 3;
  return [at(2, 2), at(right, 2), at(2, bottom), at(right, bottom)];
}

/** The largest difference between two lists of colours, in steps of 255. */
export function colourDistance(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return Math.max(
    ...a.flatMap((colour, i) => colour.map((value, channel) => Math.abs(value - b[i][channel]))),
  );
}
