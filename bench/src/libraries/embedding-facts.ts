import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where what was measured of each model pack is kept; the same from the sources and from what is built of them. */
export const FACTS_FOLDER = resolve(__dirname, '../../facts');

/** The shares of a distribution of which `Quantiles` tell the values. */
export const SHARES = [0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999] as const;
export type Quantiles = readonly number[];

/** Directions in which vectors vary. */
export interface Spread {
  /** In how many directions equally strong variation would be as concentrated: (sum of variances)^2 / sum of squares. */
  readonly effectiveDimension: number;
  /** Shares of the strongest directions, as far as so few faces can tell. */
  readonly spectrum: readonly number[];
}

/** Faces of which photos were made worse on purpose. */
export interface Degradation {
  readonly name: string;
  /** Median overall quality. */
  readonly quality: number;
  /** Mean cosine similarity of a face with itself in the photo as it was. */
  readonly kept: number;
  /** Mean cosine similarity of two people, which is the square of the pull towards a common direction. */
  readonly different: number;
  readonly differentDeviation: number;
  readonly same: number;
  /** Cosine similarity of the common direction with that of the strongest blur. */
  readonly blurDirection: number;
  readonly trueAcceptRate: number;
}

/** How a model pack's embeddings of real faces are distributed: sums over people, nothing of any one of them. */
export interface EmbeddingFacts {
  readonly pack: string;
  readonly dimension: number;
  readonly people: number;
  readonly faces: number;
  /** Mean cosine similarity of different people: the square of the length of the mean of all people. */
  readonly common: number;
  /** How much of a face is its person: cosine similarity with the person's true centre. */
  readonly signal: {
    readonly mean: number;
    readonly personDeviation: number;
    readonly faceDeviation: number;
  };
  readonly centres: Spread;
  readonly residuals: Spread;
  /** 1 / (the share of the residuals' variance in the directions of another person's centre). */
  readonly crossDimension: number;
  readonly same: Quantiles;
  readonly different: Quantiles;
  /** Share of same pairs accepted where 1 of 1000 different pairs is. */
  readonly trueAcceptRate: number;
  readonly quality: Quantiles;
  readonly degraded: readonly Degradation[];
  /** Regions of photos in which there is no face, taken for one. */
  readonly nothing: Pick<Degradation, 'quality' | 'different' | 'differentDeviation' | 'blurDirection'>;
}

/** What was measured of a pack; see `measure-embeddings`. */
export function embeddingFacts(pack: string): EmbeddingFacts {
  return JSON.parse(readFileSync(join(FACTS_FOLDER, `${pack}.json`), 'utf8')) as EmbeddingFacts;
}

export function quantilesOf(values: ArrayLike<number>): Quantiles {
  const sorted = Float64Array.from(values).sort();
  return SHARES.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
}
