/** What a face looks like and who it really is. */
export interface PersonEmbedding {
  readonly person: string;
  readonly embedding: Float32Array;
}

/** Cosine similarities of all pairs. */
export interface Pairs {
  readonly same: readonly number[];
  readonly different: readonly number[];
}

export function pairsOf(faces: readonly PersonEmbedding[]): Pairs {
  const same: number[] = [];
  const different: number[] = [];
  for (let i = 0; i < faces.length; i++) {
    for (let k = 0; k < i; k++) {
      const list = faces[i]!.person === faces[k]!.person ? same : different;
      list.push(cosine(faces[i]!.embedding, faces[k]!.embedding));
    }
  }
  return { same, different };
}

/**
 * Slope and intercept of P(same) = 1 / (1 + exp(-(slope * cosine + intercept))) that fit best when same and
 * different pairs weigh alike, by Newton's method; a small ridge keeps it finite when the two do not overlap.
 */
export function fitPrior(pairs: Pairs): { slope: number; intercept: number } {
  const ridge = 1e-6;
  let slope = 10;
  let intercept = -4;
  for (let step = 0; step < 100; step++) {
    let gradient0 = ridge * slope;
    let gradient1 = 0;
    let h00 = ridge;
    let h01 = 0;
    let h11 = ridge;
    for (const [values, truth] of [
      [pairs.same, 1],
      [pairs.different, 0],
    ] as const) {
      const weight = 0.5 / values.length;
      for (const value of values) {
        const p = 1 / (1 + Math.exp(-(slope * value + intercept)));
        const curvature = weight * p * (1 - p);
        gradient0 += weight * (p - truth) * value;
        gradient1 += weight * (p - truth);
        h00 += curvature * value * value;
        h01 += curvature * value;
        h11 += curvature;
      }
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * gradient0 - h01 * gradient1) / determinant;
    intercept -= (h00 * gradient1 - h01 * gradient0) / determinant;
  }
  return { slope, intercept };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i]! * b[i]!;
  return dot;
}
