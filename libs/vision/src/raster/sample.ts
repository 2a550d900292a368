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

/** More samples a pixel than 4 x 4 change nothing that a model notices. */
const MOST_SAMPLES_ACROSS = 4;

/**
 * Fills `target` from `source` through `map` (target pixel centres to source pixel centres), bilinear, averaging
 * a grid of samples a pixel when the map shrinks, so that nothing aliases. What lies outside the source is `fill`.
 */
export function sampleThrough(source: Raster, map: Similarity, target: Raster, fill = 0): void {
  const scale = Math.hypot(map.a, map.b);
  const across = Math.min(MOST_SAMPLES_ACROSS, Math.max(1, Math.ceil(scale - 0.5)));
  if (across === 1) sampleOnce(source, map, target, fill);
  else sampleGrid(source, map, target, fill, across);
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
