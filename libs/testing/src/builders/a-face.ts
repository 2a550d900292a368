import type { FaceObservation } from '@kindred/domain';
import { aFaceId, aPackName, aPhotoId, type Seed } from './ids';
import { NOON } from './a-photo';

/** A detected face in the middle of its photo. */
export function aFace(facts: Partial<FaceObservation> & { readonly seed?: Seed } = {}): FaceObservation {
  const { seed = 1, ...given } = facts;
  const id = given.id ?? aFaceId(seed);
  return {
    id,
    photo: aPhotoId(),
    pack: aPackName(),
    origin: 'detected',
    box: { x: 0.375, y: 0.25, width: 0.25, height: 0.5 },
    landmarks: [
      { x: 0.4375, y: 0.4375 },
      { x: 0.5625, y: 0.4375 },
      { x: 0.5, y: 0.5 },
      { x: 0.453125, y: 0.625 },
      { x: 0.546875, y: 0.625 },
    ],
    score: 0.98,
    quality: { overall: 0.8, size: 0.9, sharpness: 0.7, pose: 0.85 },
    cropKey: `crops/${id}.webp`,
    detectedAt: NOON,
    photoDate: NOON,
    ...given,
  };
}
