import type { FivePoints } from '../landmarks/landmarker';

/** Side of the square that embedders are trained on. */
export const ALIGNED_SIDE = 112;

/** Where ArcFace wants the two eyes, the nose tip and the mouth corners in that square. */
export const ARCFACE_TEMPLATE: FivePoints = [
  38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041,
];

/** Distance between the eyes of the template. */
export const TEMPLATE_EYE_DISTANCE = 35.24;
