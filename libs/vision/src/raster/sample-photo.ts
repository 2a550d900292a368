import type { Pyramid } from './pyramid';
import type { Raster } from './raster';
import { sampleThrough, type Similarity } from './sample';

/**
 * Fills `target` with the part of a photo that `map` (target pixels to pixels of the full photo) points at, read
 * from the level of the pyramid that fits its scale.
 */
export function samplePhoto(photo: Pyramid, map: Similarity, target: Raster, fill = 0): void {
  const { raster, scale } = photo.levelFor(Math.hypot(map.a, map.b));
  sampleThrough(raster, scaledSource(map, scale), target, fill);
}

/** `map` when its source is scaled by `scale`; pixel centres stay centres. */
function scaledSource(map: Similarity, scale: number): Similarity {
  return {
    a: map.a * scale,
    b: map.b * scale,
    tx: (map.tx + 0.5) * scale - 0.5,
    ty: (map.ty + 0.5) * scale - 0.5,
  };
}
