import type { FivePoints } from '../landmarks/landmarker';
import type { Pyramid } from '../raster/pyramid';
import { createRaster, type Raster } from '../raster/raster';
import { samplePhoto } from '../raster/sample-photo';
import { fitSimilarity } from './fit-similarity';
import { ALIGNED_SIDE, ARCFACE_TEMPLATE } from './template';

/** The face turned, scaled and shifted so that its landmarks lie where the embedder expects them. */
export function alignFace(photo: Pyramid, landmarks: FivePoints): Raster {
  const aligned = createRaster(ALIGNED_SIDE, ALIGNED_SIDE);
  samplePhoto(photo, fitSimilarity(ARCFACE_TEMPLATE, landmarks), aligned);
  return aligned;
}

/** Pixels of the photo that one pixel of the aligned face covers. */
export function alignmentScale(landmarks: FivePoints): number {
  const { a, b } = fitSimilarity(ARCFACE_TEMPLATE, landmarks);
  return Math.hypot(a, b);
}
