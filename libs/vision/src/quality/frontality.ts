import type { FivePoints } from '../landmarks/landmarker';

/** In a frontal face the nose tip lies this far down from the eyes to the mouth. */
const FRONTAL_NOSE = 0.5;

/**
 * 1 for a face that looks into the camera, towards 0 as it turns to the side, up or down. Read from where the nose
 * lies between the eyes and between eyes and mouth, after the head's tilt in the image has been taken out.
 */
export function frontality(landmarks: FivePoints): number {
  const [leftX, leftY, rightX, rightY, noseX, noseY, mouthLeftX, mouthLeftY, mouthRightX, mouthRightY] =
    landmarks;
  const eyes = Math.hypot(rightX - leftX, rightY - leftY);
  const middleX = (leftX + rightX) / 2;
  const middleY = (leftY + rightY) / 2;
  const downX = (mouthLeftX + mouthRightX) / 2 - middleX;
  const downY = (mouthLeftY + mouthRightY) / 2 - middleY;
  const down = Math.hypot(downX, downY);
  if (!(eyes > 0) || !(down > 0)) return 0;
  const sideways = Math.abs(((noseX - middleX) * downY - (noseY - middleY) * downX) / down) / eyes;
  const nose = ((noseX - middleX) * downX + (noseY - middleY) * downY) / (down * down);
  const turned = Math.max(0, 1 - 2 * sideways);
  const nodded = Math.max(0, 1 - 1.5 * Math.abs(nose - FRONTAL_NOSE));
  const narrowed = Math.min(1, eyes / (0.75 * down));
  return turned * nodded * narrowed;
}
