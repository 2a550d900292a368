/** Something a detector takes for a face, in pixels. */
export interface Candidate {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** In [0, 1]. */
  readonly score: number;
  /** x and y of left eye, right eye, nose, left and right mouth corner, when the detector gives them. */
  readonly landmarks?: readonly number[];
}

/** The same candidate seen in an image that is `factor` times as large, then shifted by (`x`, `y`). */
export function place(candidate: Candidate, factor: number, x: number, y: number): Candidate {
  return {
    left: candidate.left * factor + x,
    top: candidate.top * factor + y,
    right: candidate.right * factor + x,
    bottom: candidate.bottom * factor + y,
    score: candidate.score,
    ...(candidate.landmarks && {
      landmarks: candidate.landmarks.map((value, i) => value * factor + (i % 2 === 0 ? x : y)),
    }),
  };
}

export const areaOf = (c: Candidate): number => Math.max(0, c.right - c.left) * Math.max(0, c.bottom - c.top);

export function intersectionOf(a: Candidate, b: Candidate): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Intersection over union, in [0, 1]. */
export function overlapOf(a: Candidate, b: Candidate): number {
  const intersection = intersectionOf(a, b);
  return intersection === 0 ? 0 : intersection / (areaOf(a) + areaOf(b) - intersection);
}

/** How much of the smaller of the two lies inside the other, in [0, 1]. */
export function containmentOf(a: Candidate, b: Candidate): number {
  const intersection = intersectionOf(a, b);
  return intersection === 0 ? 0 : intersection / Math.min(areaOf(a), areaOf(b));
}
