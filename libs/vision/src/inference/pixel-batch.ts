import type { Raster, Size } from '../raster/raster';
import type { PixelFormat } from './onnx/pixel-input';

/** BT.601 in fractions of 2^16, what the models were trained with. */
const RED = 19595;
const GREEN = 38470;
const BLUE = 7471;

/**
 * Images of one size as a model takes them, allocated once and filled again and again. What an image does not cover
 * is padding, which the model sees as its mean.
 */
export class PixelBatch {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
  private readonly channels: number;
  private readonly padding: number;

  constructor(
    private readonly size: Size,
    format: PixelFormat,
    images = 1,
  ) {
    this.channels = format.channels === 'grey' ? 1 : 3;
    this.padding = Math.round(format.mean);
    this.shape = [images, size.height, size.width, this.channels];
    this.data = new Uint8Array(images * size.height * size.width * this.channels);
  }

  /** Writes the part of `raster` whose top left corner is (`left`, `top`) as image number `index`. */
  fill(raster: Raster, left = 0, top = 0, index = 0): void {
    const { width, height } = this.size;
    const columns = Math.max(0, Math.min(width, raster.width - left));
    const rows = Math.max(0, Math.min(height, raster.height - top));
    const stride = width * this.channels;
    const start = index * height * stride;
    const image = this.data.subarray(start, start + height * stride);
    if (columns < width || rows < height) image.fill(this.padding);
    for (let y = 0; y < rows; y++) {
      const from = ((top + y) * raster.width + left) * 3;
      const row = raster.data.subarray(from, from + columns * 3);
      if (this.channels === 3) image.set(row, y * stride);
      else writeGrey(row, image, y * stride);
    }
  }
}

function writeGrey(colours: Uint8Array, grey: Uint8Array, start: number): void {
  for (let i = 0, o = start; i < colours.length; i += 3, o++) {
    grey[o] = (colours[i] * RED + colours[i + 1] * GREEN + colours[i + 2] * BLUE + 32768) >> 16;
  }
}
