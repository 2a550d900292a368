import type { Degradation, EmbeddingFacts, Spread } from './embedding-facts';
import { Random } from './random';

/** Every library is seen by the same embedder, whose directions do not depend on the library's chance. */
const EMBEDDER = 20_001;

/**
 * The space that a model pack's embeddings live in: how people's centres and the rest of a face vary, and where worse
 * photos drift. Vectors are made in axes that sort directions by their variance, and turned to the embedder's own at
 * the end, so that no algorithm can find people in single coordinates.
 */
export class EmbeddingSpace {
  private readonly centreScale: Float64Array;
  private readonly residualScale: Float64Array;
  private readonly signs: readonly Float64Array[];
  /** Where all people lean to. */
  private readonly common: Float64Array;
  private readonly blur: Float64Array;
  private readonly small: Float64Array;

  constructor(readonly facts: EmbeddingFacts) {
    const { dimension, centres, residuals, crossDimension } = facts;
    if ((dimension & (dimension - 1)) !== 0) throw new RangeError(`${dimension} is no power of two.`);
    const aligned = (centres.effectiveDimension + residuals.effectiveDimension) / 2;
    // Residuals vary most in other directions than centres; so far apart that both share as much as was measured.
    const shift = Math.max(0, (centres.effectiveDimension / 2) * Math.log(crossDimension / aligned));
    this.centreScale = scaleOf(centres, dimension, 0);
    this.residualScale = scaleOf(residuals, dimension, Math.round(shift));
    const random = new Random(EMBEDDER);
    const direction = () => unit(Float64Array.from({ length: dimension }, () => random.normal()));
    this.common = direction();
    this.blur = direction();
    this.small = direction();
    this.signs = [0, 1].map(() =>
      Float64Array.from({ length: dimension }, () => (random.happens(0.5) ? 1 : -1)),
    );
  }

  get dimension(): number {
    return this.facts.dimension;
  }

  /** What a person looks like, length 1. */
  centre(random: Random): Float64Array {
    const centre = this.draw(random, this.centreScale);
    // Faces lean to the common direction by as much as they are their person.
    const lean = this.facts.common / this.facts.signal.mean ** 2;
    return unit(mixed(this.common, Math.sqrt(lean), centre, Math.sqrt(1 - lean)));
  }

  /** What a face shows that is not its person, length about 1. */
  residual(random: Random): Float64Array {
    return this.draw(random, this.residualScale);
  }

  /** Where photos of this kind pull every face to, length 1. */
  pullOf({ blurDirection }: Pick<Degradation, 'blurDirection'>): Float64Array {
    return mixed(this.blur, blurDirection, this.small, Math.sqrt(1 - blurDirection ** 2));
  }

  /** Writes the vector as the embedder would, with length 1. */
  write(vector: Float64Array, into: Float32Array): void {
    const turned = vector.slice();
    for (const signs of this.signs) {
      for (let i = 0; i < turned.length; i += 1) turned[i]! *= signs[i]!;
      hadamard(turned);
    }
    let square = 0;
    for (let i = 0; i < turned.length; i += 1) square += turned[i]! * turned[i]!;
    const scale = 1 / Math.sqrt(square);
    for (let i = 0; i < turned.length; i += 1) into[i] = turned[i]! * scale;
  }

  private draw(random: Random, scale: Float64Array): Float64Array {
    const vector = new Float64Array(scale.length);
    for (let i = 0; i < vector.length; i += 1) vector[i] = random.normal() * scale[i]!;
    return vector;
  }
}

/** `a * x + b * y` */
export function mixed(x: Float64Array, a: number, y: Float64Array, b: number): Float64Array {
  const sum = new Float64Array(x.length);
  for (let i = 0; i < sum.length; i += 1) sum[i] = a * x[i]! + b * y[i]!;
  return sum;
}

export function unit(vector: Float64Array): Float64Array {
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) square += vector[i]! * vector[i]!;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i += 1) vector[i]! *= scale;
  return vector;
}

/** Deviations along the axes whose variances fall exponentially, by as much as the effective dimension says. */
function scaleOf({ effectiveDimension }: Spread, dimension: number, shift: number): Float64Array {
  const variances = Float64Array.from({ length: dimension }, (_, axis) => {
    const place = (axis - shift + dimension) % dimension;
    return Math.exp((-2 * place) / effectiveDimension);
  });
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  return variances.map((variance) => Math.sqrt(variance / total));
}

/** The fast Walsh-Hadamard transform, in place and not normalised. */
function hadamard(vector: Float64Array): void {
  for (let half = 1; half < vector.length; half *= 2) {
    for (let start = 0; start < vector.length; start += 2 * half) {
      for (let i = start; i < start + half; i += 1) {
        const one = vector[i]!;
        const other = vector[i + half]!;
        vector[i] = one + other;
        vector[i + half] = one - other;
      }
    }
  }
}
