import type { Member, Population } from './population';
import type { Random } from './random';

/** A home, a party or a journey: who is there, and how many strangers pass by. */
export interface Occasion {
  readonly cast: readonly Member[];
  readonly photos: number;
  /** Mean number of strangers and of false detections in a photo. */
  readonly strangers: number;
  readonly mistakes: number;
}

interface OccasionKind {
  readonly share: number;
  /** Mean numbers of guests. */
  readonly friends: number;
  readonly acquaintances: number;
  readonly strangers: number;
}

const KINDS: readonly OccasionKind[] = [
  { share: 0.5, friends: 0.5, acquaintances: 0.3, strangers: 0.04 },
  { share: 0.25, friends: 4, acquaintances: 3, strangers: 0.15 },
  { share: 0.25, friends: 0.6, acquaintances: 0.4, strangers: 1.1 },
];
const MEAN_PHOTOS = 9;
const MISTAKES = 0.06;

export function drawOccasion({ households, ...population }: Population, random: Random): Occasion {
  let chance = random.next();
  const kind = KINDS.find(({ share }) => (chance -= share) < 0) ?? KINDS[0]!;
  const family = households[population.chooseHousehold.pick(random)]!;
  const cast = new Set(family.filter(({ presence }) => random.happens(presence)));
  for (let i = random.poisson(kind.friends); i > 0; i -= 1) {
    cast.add(population.friends[population.chooseFriend.pick(random)]!);
  }
  for (let i = random.poisson(kind.acquaintances); i > 0; i -= 1) {
    cast.add(population.acquaintances[population.chooseAcquaintance.pick(random)]!);
  }
  return {
    cast: [...cast],
    photos: 1 + Math.floor(-Math.log(1 - random.next()) * MEAN_PHOTOS),
    strangers: kind.strangers,
    mistakes: MISTAKES,
  };
}

/** Who of them is in one photo: nobody twice, seldom many. */
export function drawSubjects({ cast }: Occasion, random: Random): Member[] {
  const rest = [...cast];
  const wanted = Math.min(rest.length, 1 + random.poisson(0.9));
  return Array.from({ length: wanted }, () => rest.splice(random.below(rest.length), 1)[0]!);
}
