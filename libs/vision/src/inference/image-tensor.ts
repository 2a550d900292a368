import type { Raster, Size } from '../raster/raster';

/** How a model wants its pixels: their order and `(value - mean) / deviation`. */
export interface PixelFormat {
  readonly channels: 'rgb' | 'bgr' | 'grey';
  readonly mean: number;
  readonly deviation: number;
}

/** BT.601, what the models were trained with. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/**
 * A planar float tensor of images of one size, allocated once and filled again and again. What an image does not
 * cover is padding, which the model sees as its mean.
 */
export class ImageTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
  private readonly lookup = new Float32Array(256);
  private readonly planes: number;

  constructor(
    readonly size: Size,
    private readonly format: PixelFormat,
    batch = 1,
  ) {
    this.planes = format.channels === 'grey' ? 1 : 3;
    this.shape = [batch, this.planes, size.height, size.width];
    this.data = new Float32Array(batch * this.planes * size.width * size.height);
    for (let value = 0; value < 256; value++) this.lookup[value] = (value - format.mean) / format.deviation;
  }

  /** Writes the part of `raster` whose top left corner is (`left`, `top`) as image number `index`. */
  fill(raster: Raster, left = 0, top = 0, index = 0): void {
    const { width, height } = this.size;
    const columns = Math.max(0, Math.min(width, raster.width - left));
    const rows = Math.max(0, Math.min(height, raster.height - top));
    const image = this.data.subarray(index * this.planes * width * height, (index + 1) * this.planes * width * height);
    if (columns < width || rows < height) this.pad(image, columns, rows);
    if (this.format.channels === 'grey') this.fillGrey(image, raster, left, top, columns, rows);
    else this.fillColour(image, raster, left, top, columns, rows);
  }

  /** Clears what lies right of `columns` and below `rows`. */
  private pad(image: Float32Array, columns: number, rows: number): void {
    const { width, height } = this.size;
    for (let plane = 0; plane < this.planes; plane++) {
      const start = plane * width * height;
      for (let y = 0; y < rows; y++) image.fill(0, start + y * width + columns, start + (y + 1) * width);
      image.fill(0, start + rows * width, start + width * height);
    }
  }

  private fillColour(image: Float32Array, raster: Raster, left: number, top: number, columns: number, rows: number): void {
    const { width, height } = this.size;
    const { data } = raster;
    const { lookup } = this;
    const plane = width * height;
    const red = this.format.channels === 'rgb' ? 0 : 2 * plane;
    const blue = 2 * plane - red;
    for (let y = 0; y < rows; y++) {
      let i = ((top + y) * raster.width + left) * 3;
      const end = y * width + columns;
      for (let o = y * width; o < end; o++, i += 3) {
        image[red + o] = lookup[data[i]];
        image[plane + o] = lookup[data[i + 1]];
        image[blue + o] = lookup[data[i + 2]];
      }
    }
  }

  private fillGrey(image: Float32Array, raster: Raster, left: number, top: number, columns: number, rows: number): void {
    const { data } = raster;
    const { mean, deviation } = this.format;
    for (let y = 0; y < rows; y++) {
      let i = ((top + y) * raster.width + left) * 3;
      const end = y * this.size.width + columns;
      for (let o = y * this.size.width; o < end; o++, i += 3) {
        image[o] = (data[i] * RED + data[i + 1] * GREEN + data[i + 2] * BLUE - mean) / deviation;
      }
    }
  }
}
