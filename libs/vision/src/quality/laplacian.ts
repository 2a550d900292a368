import type { Raster } from '../raster/raster';

/** The variance of the four-neighbour Laplacian of the image's green channel: small when it is out of focus. */
export function laplacianVariance({ data, width, height }: Raster): number {
  const stride = width * 3;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    let i = y * stride + 4;
    for (let x = 1; x < width - 1; x++, i += 3) {
      const value = data[i - 3] + data[i + 3] + data[i - stride] + data[i + stride] - 4 * data[i];
      sum += value;
      squares += value * value;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}
