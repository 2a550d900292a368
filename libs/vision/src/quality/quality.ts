import type { FaceQuality } from '@kindred/domain';
import { TEMPLATE_EYE_DISTANCE } from '../align/template';
import type { FivePoints } from '../landmarks/landmarker';
import type { Raster } from '../raster/raster';
import { laplacianVariance } from './laplacian';
import { frontality } from './frontality';

/** The variance of the Laplacian at which an aligned face counts as half sharp. */
const HALF_SHARP = 120;

/** How well a face can be recognised, from its aligned picture and its landmarks in the photo. */
export function qualityOf(aligned: Raster, landmarks: FivePoints): FaceQuality {
  const eyes = Math.hypot(landmarks[2] - landmarks[0], landmarks[3] - landmarks[1]);
  const variance = laplacianVariance(aligned);
  const size = Math.min(1, eyes / TEMPLATE_EYE_DISTANCE);
  const sharpness = variance / (variance + HALF_SHARP);
  const pose = frontality(landmarks);
  return { overall: Math.cbrt(size * sharpness * pose), size, sharpness, pose };
}
