import { type Random, WeightedChoice } from './random';

/** Somebody who is in the library again and again. */
export interface Member {
  readonly person: number;
  /** Relatives share one; -1 for somebody without relatives here. */
  readonly household: number;
  /** How much a relative looks like the family, from 0 (not at all) to 1 (a twin). */
  readonly likeness: number;
  /** How often they are there when their household is. */
  readonly presence: number;
  /** Periods of life in which they look different. */
  readonly eras: number;
  /** The share of a face's own part that is how the person looks in a period and with or without glasses. */
  readonly appearance: number;
  readonly wearsGlasses: boolean;
}

/** Who a library's photos are taken of. */
export interface Population {
  readonly households: readonly (readonly Member[])[];
  readonly friends: readonly Member[];
  readonly acquaintances: readonly Member[];
  readonly chooseHousehold: WeightedChoice;
  readonly chooseFriend: WeightedChoice;
  readonly chooseAcquaintance: WeightedChoice;
  /** The first number that no member has: for people seen by chance. */
  readonly nextPerson: number;
}

/** Larger libraries have more people, but not in proportion: most of their photos are more of the same people. */
const HOUSEHOLDS = { of: 2, growth: 0.35 };
const FRIENDS = { of: 8, growth: 0.6 };
const ACQUAINTANCES = { of: 25, growth: 0.75 };
/** How strongly the first are seen more often than the others: weights 1 / rank ^ exponent. */
const UNEVENNESS = { households: 1, friends: 0.9, acquaintances: 0.6 };

const CHILDREN = 0.35;
const TWINS = 0.03;

export function drawPopulation(faces: number, random: Random): Population {
  let person = 0;
  const count = ({ of, growth }: { of: number; growth: number }) =>
    Math.max(1, Math.round(of * (Math.max(faces, 200) / 1000) ** growth));
  const member = (household: number, eras: number): Member => {
    const child = household >= 0 && random.happens(CHILDREN);
    return {
      person: person++,
      household,
      likeness: household < 0 ? 0 : random.happens(TWINS) ? 0.9 : random.between(0.1, 0.55),
      presence: random.between(0.25, 0.95),
      eras: child ? eras + 1 : eras,
      appearance: child ? 0.5 : 0.3,
      wearsGlasses: random.happens(0.4),
    };
  };
  const households = Array.from({ length: count(HOUSEHOLDS) }, (_, household) =>
    Array.from({ length: 3 + random.below(4) }, () => member(household, 3)),
  );
  const friends = Array.from({ length: count(FRIENDS) }, () => member(-1, 2));
  const acquaintances = Array.from({ length: count(ACQUAINTANCES) }, () => member(-1, 1));
  return {
    households,
    friends,
    acquaintances,
    chooseHousehold: byRank(households.length, UNEVENNESS.households),
    chooseFriend: byRank(friends.length, UNEVENNESS.friends),
    chooseAcquaintance: byRank(acquaintances.length, UNEVENNESS.acquaintances),
    nextPerson: person,
  };
}

const byRank = (count: number, exponent: number) =>
  new WeightedChoice(Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** exponent));
