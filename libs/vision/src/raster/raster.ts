/** An upright sRGB image in memory: 8 bits a channel, red green blue interleaved, rows without padding. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** `width * height * 3` bytes. */
  readonly data: Uint8Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function createRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8Array(width * height * 3) };
}

/** Pixels of `to` for one pixel of `from`; along the longer side, where rounding to whole pixels matters least. */
export function scaleBetween(from: Size, to: Size): number {
  return from.width >= from.height ? to.width / from.width : to.height / from.height;
}
