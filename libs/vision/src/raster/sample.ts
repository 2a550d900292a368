import type { Raster } from './raster';

/**
 * A map from output pixels to source pixels: `x' = a*x - b*y + tx`, `y' = b*x + a*y + ty`. It rotates, scales
 * evenly and shifts, which is all that crops and aligned faces need.
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** The map of an upright square-pixelled window: its top left corner and how many source pixels one pixel covers. */
export function windowMap(left: number, top: number, pixelsAcross: number): Similarity {
  return { a: pixelsAcross, b: 0, tx: left + pixelsAcross / 2 - 0.5, ty: top + pixelsAcross / 2 - 0.5 };
}

/** Shrinking by up to one and this much with single samples aliases less than a model notices. */
const ONE_IS_ENOUGH = 0.6;
/** More samples a pixel than 4 x 4 change nothing that a model notices. */
const MOST_SAMPLES_ACROSS = 4;

/**
 * Fills `target` from `source` through `map` (target pixel centres to source pixel centres), bilinear, averaging
 * a grid of samples a pixel when the map shrinks, so that nothing aliases. What lies outside the source is `fill`.
 */
export function sampleThrough(source: Raster, map: Similarity, target: Raster, fill = 0): void {
  const scale = Math.hypot(map.a, map.b);
  const across = Math.min(MOST_SAMPLES_ACROSS, Math.max(1, Math.ceil(scale - ONE_IS_ENOUGH)));
  if (across > 1) sampleGrid(source, map, target, fill, across);
  else if (map.b === 0 && map.a > 0 && source.width > 1 && source.height > 1)
    sampleUpright(source, map, target, fill);
  else sampleOnce(source, map, target, fill);
}

/** As `sampleOnce` for windows that are not turned, where a column's place and weight serve every row. */
function sampleUpright(source: Raster, map: Similarity, target: Raster, fill: number): void {
  const { data } = source;
  const out = target.data;
  const stride = source.width * 3;
  const columns = placesOf(target.width, map.tx, map.a, source.width, 3);
  const rows = placesOf(target.height, map.ty, map.a, source.height, stride);
  const { near, weight, first, end } = columns;
  for (let y = 0; y < target.height; y++) {
    const row = y * target.width * 3;
    if (y < rows.first || y >= rows.end) {
      out.fill(fill, row, row + target.width * 3);
      continue;
    }
    out.fill(fill, row, row + first * 3);
    out.fill(fill, row + end * 3, row + target.width * 3);
    const above = rows.near[y];
    const down = rows.weight[y];
    let o = row + first * 3;
    for (let x = first; x < end; x++, o += 3) {
      const i = above + near[x];
      const k = i + stride;
      const w11 = (weight[x] * down) >> WEIGHT_BITS;
      const w10 = weight[x] - w11;
      const w01 = down - w11;
      const w00 = ONE - w10 - down;
      out[o] = (data[i] * w00 + data[i + 3] * w10 + data[k] * w01 + data[k + 3] * w11 + HALF) >> WEIGHT_BITS;
      out[o + 1] =
        (data[i + 1] * w00 + data[i + 4] * w10 + data[k + 1] * w01 + data[k + 4] * w11 + HALF) >> WEIGHT_BITS;
      out[o + 2] =
        (data[i + 2] * w00 + data[i + 5] * w10 + data[k + 2] * w01 + data[k + 5] * w11 + HALF) >> WEIGHT_BITS;
    }
  }
}

/** Weights are whole numbers of this many bits. */
const WEIGHT_BITS = 8;
const ONE = 1 << WEIGHT_BITS;
const HALF = ONE / 2;

/** Where the samples of one axis fall: the offset of the first of two pixels, the second one's weight, what is inside. */
interface Places {
  readonly near: Int32Array;
  readonly weight: Int32Array;
  readonly first: number;
  readonly end: number;
}

/** @param length of the source's axis, at least 2. */
function placesOf(count: number, start: number, step: number, length: number, stride: number): Places {
  const near = new Int32Array(count);
  const weight = new Int32Array(count);
  let first = count;
  let end = count;
  for (let i = 0; i < count; i++) {
    const at = start + i * step;
    if (!(at > -0.5)) continue;
    if (!(at < length - 0.5)) {
      end = i;
      break;
    }
    if (first === count) first = i;
    const inside = Math.min(Math.max(0, at), length - 1);
    const pixel = Math.min(Math.floor(inside), length - 2);
    near[i] = pixel * stride;
    weight[i] = Math.round((inside - pixel) * ONE);
  }
  return { near, weight, first: Math.min(first, end), end };
}

function sampleOnce(source: Raster, map: Similarity, target: Raster, fill: number): void {
  const { data, width, height } = source;
  const out = target.data;
  const stride = width * 3;
  const { a, b } = map;
  let o = 0;
  for (let y = 0; y < target.height; y++) {
    let sx = map.tx - b * y;
    let sy = map.ty + a * y;
    for (let x = 0; x < target.width; x++, sx += a, sy += b, o += 3) {
      if (!(sx > -0.5 && sy > -0.5 && sx < width - 0.5 && sy < height - 0.5)) {
        out[o] = fill;
        out[o + 1] = fill;
        out[o + 2] = fill;
        continue;
      }
      const cx = sx < 0 ? 0 : sx;
      const cy = sy < 0 ? 0 : sy;
      const x0 = cx | 0;
      const y0 = cy | 0;
      const fx = cx - x0;
      const fy = cy - y0;
      const right = x0 + 1 < width ? 3 : 0;
      const down = y0 + 1 < height ? stride : 0;
      const i = y0 * stride + x0 * 3;
      const w11 = fx * fy;
      const w10 = fx - w11;
      const w01 = fy - w11;
      const w00 = 1 - fx - w01;
      const j = i + right;
      const k = i + down;
      const l = j + down;
      out[o] = data[i] * w00 + data[j] * w10 + data[k] * w01 + data[l] * w11 + 0.5;
      out[o + 1] = data[i + 1] * w00 + data[j + 1] * w10 + data[k + 1] * w01 + data[l + 1] * w11 + 0.5;
      out[o + 2] = data[i + 2] * w00 + data[j + 2] * w10 + data[k + 2] * w01 + data[l + 2] * w11 + 0.5;
    }
  }
}

function sampleGrid(source: Raster, map: Similarity, target: Raster, fill: number, across: number): void {
  const { data, width, height } = source;
  const out = target.data;
  const stride = width * 3;
  const { a, b } = map;
  const step = 1 / across;
  const first = step / 2 - 0.5;
  const share = step * step;
  let o = 0;
  for (let y = 0; y < target.height; y++) {
    for (let x = 0; x < target.width; x++, o += 3) {
      let red = 0.5;
      let green = 0.5;
      let blue = 0.5;
      for (let v = 0; v < across; v++) {
        const gy = y + first + v * step;
        const gx = x + first;
        let sx = a * gx - b * gy + map.tx;
        let sy = b * gx + a * gy + map.ty;
        for (let u = 0; u < across; u++, sx += a * step, sy += b * step) {
          if (!(sx > -0.5 && sy > -0.5 && sx < width - 0.5 && sy < height - 0.5)) {
            red += fill * share;
            green += fill * share;
            blue += fill * share;
            continue;
          }
          const cx = sx < 0 ? 0 : sx;
          const cy = sy < 0 ? 0 : sy;
          const x0 = cx | 0;
          const y0 = cy | 0;
          const fx = cx - x0;
          const fy = cy - y0;
          const i = y0 * stride + x0 * 3;
          const j = i + (x0 + 1 < width ? 3 : 0);
          const down = y0 + 1 < height ? stride : 0;
          const k = i + down;
          const l = j + down;
          const w11 = fx * fy * share;
          const w10 = fx * share - w11;
          const w01 = fy * share - w11;
          const w00 = share - w11 - w10 - w01;
          red += data[i] * w00 + data[j] * w10 + data[k] * w01 + data[l] * w11;
          green += data[i + 1] * w00 + data[j + 1] * w10 + data[k + 1] * w01 + data[l + 1] * w11;
          blue += data[i + 2] * w00 + data[j + 2] * w10 + data[k + 2] * w01 + data[l + 2] * w11;
        }
      }
      out[o] = red;
      out[o + 1] = green;
      out[o + 2] = blue;
    }
  }
}
