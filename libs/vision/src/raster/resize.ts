import sharp from 'sharp';
import { createRaster, type Raster } from './raster';
import { sampleThrough, windowMap } from './sample';

/** Making fewer pixels than this takes less time than handing the task to another thread. */
const SMALL = 640 * 480;
/** Up to this, sampling loses nothing. */
const HARDLY_SMALLER = 1.6;

/** `raster` at another size, filtered so that shrinking does not alias. */
export async function resize(raster: Raster, width: number, height: number): Promise<Raster> {
  if (width * 2 === raster.width && height * 2 === raster.height) return halve(raster);
  if (width * height <= SMALL && raster.width <= width * HARDLY_SMALLER)
    return stretch(raster, width, height);
  const { data } = await sharp(raster.data, {
    raw: { width: raster.width, height: raster.height, channels: 3 },
  })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, data };
}

/** `raster` sampled at a size that is hardly or not at all smaller. Its two scales may differ by rounding only. */
function stretch(raster: Raster, width: number, height: number): Raster {
  const target = createRaster(width, height);
  sampleThrough(raster, windowMap(0, 0, Math.min(raster.width / width, raster.height / height)), target);
  return target;
}

/** The mean of every two by two pixels. */
export function halve(raster: Raster): Raster {
  const half = createRaster(raster.width >> 1, raster.height >> 1);
  const { data } = raster;
  const out = half.data;
  const stride = raster.width * 3;
  let o = 0;
  for (let y = 0; y < half.height; y++) {
    let i = y * 2 * stride;
    for (let x = 0; x < half.width; x++, i += 6, o += 3) {
      const j = i + stride;
      out[o] = (data[i] + data[i + 3] + data[j] + data[j + 3] + 2) >> 2;
      out[o + 1] = (data[i + 1] + data[i + 4] + data[j + 1] + data[j + 4] + 2) >> 2;
      out[o + 2] = (data[i + 2] + data[i + 5] + data[j + 2] + data[j + 5] + 2) >> 2;
    }
  }
  return half;
}
