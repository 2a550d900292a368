import type { Similarity } from '../raster/sample';

/**
 * The similarity that takes `from` to `to` with the least squared error; both are x, y, x, y, ... It never
 * mirrors. Points that all coincide are only shifted.
 */
export function fitSimilarity(from: readonly number[], to: readonly number[]): Similarity {
  const count = from.length / 2;
  let fromX = 0;
  let fromY = 0;
  let toX = 0;
  let toY = 0;
  for (let i = 0; i < from.length; i += 2) {
    fromX += from[i] / count;
    fromY += from[i + 1] / count;
    toX += to[i] / count;
    toY += to[i + 1] / count;
  }
  let along = 0;
  let across = 0;
  let spread = 0;
  for (let i = 0; i < from.length; i += 2) {
    const x = from[i] - fromX;
    const y = from[i + 1] - fromY;
    const u = to[i] - toX;
    const v = to[i + 1] - toY;
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = spread > 0 ? along / spread : 1;
  const b = spread > 0 ? across / spread : 0;
  return { a, b, tx: toX - a * fromX + b * fromY, ty: toY - b * fromX - a * fromY };
}
