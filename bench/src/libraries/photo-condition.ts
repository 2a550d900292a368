import { type Degradation, type EmbeddingFacts, SHARES } from './embedding-facts';
import type { Random } from './random';

/** What a photo does to a face. */
export interface Condition {
  readonly quality: number;
  /** How much of the face as it is in a good photo is left, from 0 to 1. */
  readonly kept: number;
  /** How much it is drawn towards what all such photos have in common, from 0 to 1. */
  readonly pull: number;
  readonly blurDirection: number;
  /** How much of the rest is the person's after all: hair, skin, shape of the head. */
  readonly personal: number;
}

/** Shares of faces that are good, small, blurred and turned aside; what is left of 1 is turned aside. */
export interface ConditionMix {
  readonly good: number;
  readonly small: number;
  readonly blurred: number;
}

/** Of people that photos are taken of. */
export const SUBJECT_MIX: ConditionMix = { good: 0.74, small: 0.13, blurred: 0.08 };
/** Of people who happen to be in the background. */
export const BACKGROUND_MIX: ConditionMix = { good: 0.25, small: 0.5, blurred: 0.2 };

/** How much less of a face is left when it is turned aside, and of its quality. */
const ASIDE = { kept: [0.55, 0.9], quality: [0.45, 0.75] } as const;
/** Deviations of what photos of one kind do, in proportion. */
const VARIES = { quality: 0.12, pull: 0.12 };

/** Draws conditions: good ones as measured, worse ones anywhere between the degradations that were measured. */
export class Conditions {
  private readonly small: readonly Degradation[];
  private readonly blurred: readonly Degradation[];

  constructor(private readonly facts: EmbeddingFacts) {
    const byQuality = (name: RegExp) =>
      facts.degraded.filter((one) => name.test(one.name)).sort((one, other) => other.quality - one.quality);
    this.small = byQuality(/ px$/);
    this.blurred = byQuality(/^blur /);
  }

  draw(random: Random, mix: ConditionMix): Condition {
    const chance = random.next();
    const good = this.good(random);
    if (chance < mix.good) return good;
    if (chance < mix.good + mix.small) return this.between(random, this.small);
    if (chance < mix.good + mix.small + mix.blurred) return this.between(random, this.blurred);
    return {
      ...good,
      quality: good.quality * random.between(...ASIDE.quality),
      kept: random.between(...ASIDE.kept),
    };
  }

  /** Of something that is no face: as little quality as the worst photos have, or a little more. */
  nothing(random: Random): Condition {
    const { quality, different, blurDirection } = this.facts.nothing;
    return {
      quality: within(quality * (1 + 0.4 * random.normal())),
      kept: 0,
      pull: within(Math.sqrt(different) * (1 + VARIES.pull * random.normal())),
      blurDirection,
      personal: 0,
    };
  }

  private good(random: Random): Condition {
    return { quality: drawFrom(this.facts.quality, random), kept: 1, pull: 0, blurDirection: 0, personal: 0 };
  }

  private between(random: Random, rows: readonly Degradation[]): Condition {
    const place = random.next() * (rows.length - 1);
    const one = rows[Math.floor(place)]!;
    const other = rows[Math.floor(place) + 1]!;
    const share = place - Math.floor(place);
    const at = (of: (row: Degradation) => number) => (1 - share) * of(one) + share * of(other);
    const pull = within(at((row) => Math.sqrt(row.different)) * (1 + VARIES.pull * random.normal()));
    return {
      quality: within(at((row) => row.quality) * (1 + VARIES.quality * random.normal())),
      kept: at((row) => row.kept),
      pull,
      blurDirection: at((row) => row.blurDirection),
      personal: at((row) => this.personalOf(row)),
    };
  }

  /** What makes two such faces of one person more alike than what is kept and what pulls all can explain. */
  private personalOf({ same, kept, different }: Degradation): number {
    const rest = 1 - kept ** 2 - different;
    const clean = this.facts.signal.mean ** 2;
    return rest <= 0.02 ? 0 : within((same - kept ** 2 * clean - different) / rest);
  }
}

/** A value of a distribution of which some quantiles are known; the rare extremes are left out. */
function drawFrom(quantiles: readonly number[], random: Random): number {
  const wanted = random.between(SHARES[0], SHARES[SHARES.length - 1]!);
  const above = Math.max(
    1,
    SHARES.findIndex((share) => share >= wanted),
  );
  const share = (wanted - SHARES[above - 1]!) / (SHARES[above]! - SHARES[above - 1]!);
  return quantiles[above - 1]! + share * (quantiles[above]! - quantiles[above - 1]!);
}

const within = (value: number) => Math.min(1, Math.max(0, value));
