/** A point in fractions of the upright image: (0, 0) is its top left corner, (1, 1) its bottom right. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in fractions of the upright image; `x`, `y` is its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Left eye, right eye, nose tip, left and right mouth corner, as seen in the image. */
export type FiveLandmarks = readonly [Point, Point, Point, Point, Point];

/** Intersection over union of two boxes, in [0, 1]; 0 when either is empty. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (!(width > 0) || !(height > 0)) return 0;
  const intersection = width * height;
  return intersection / (a.width * a.height + b.width * b.height - intersection);
}
