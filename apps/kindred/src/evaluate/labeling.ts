import { createHash } from 'node:crypto';
import { NOBODY } from '@kindred/clustering';

/** One of so many people is a stranger, whom nobody labels; one at least. */
const PEOPLE_A_STRANGER = 3;

/** Who is labeled in one round, of the faces that take part in it. */
export interface Labeling {
  /** Places of the faces that take part, ascending. */
  readonly faces: readonly number[];
  /** For each of them, the person where the face is labeled, else `NOBODY`. */
  readonly labels: Int32Array;
  readonly strangers: ReadonlySet<number>;
}

/** People with enough faces to label so many and leave one to be found. */
export function peopleWithMoreFaces(people: ArrayLike<number>, each: number): number[] {
  return Array.from(facesByPerson(people))
    .filter(([, faces]) => faces.length > each)
    .map(([person]) => person);
}

/**
 * Draws strangers, and `each` faces to label of everybody else; whoever has too few faces takes no part. The same
 * round is drawn the same way every time, a round with more labels adds to those there are, and over the rounds the
 * people take turns as strangers.
 * @param people who each face is. @returns null when fewer than two people take part.
 */
export function drawLabeling(people: ArrayLike<number>, each: number, round: number): Labeling | null {
  const taking = peopleWithMoreFaces(people, each);
  if (taking.length < 2) return null;
  const strangers = drawStrangers(taking, round);
  const byPerson = facesByPerson(people);
  const faces = taking.flatMap((person) => byPerson.get(person)!).sort((one, other) => one - other);
  const labeled = new Set(
    taking
      .filter((person) => !strangers.has(person))
      .flatMap((person) => shuffled(byPerson.get(person)!, `labels ${round} ${person}`).slice(0, each)),
  );
  const labels = Int32Array.from(faces, (face) => (labeled.has(face) ? people[face] : NOBODY));
  return { faces, labels, strangers };
}

function drawStrangers(people: readonly number[], round: number): ReadonlySet<number> {
  const count = Math.max(1, Math.floor(people.length / PEOPLE_A_STRANGER));
  const turns = Math.floor(people.length / count);
  const order = shuffled(people, `strangers ${Math.floor(round / turns)}`);
  const first = (round % turns) * count;
  return new Set(order.slice(first, first + count));
}

function facesByPerson(people: ArrayLike<number>): Map<number, number[]> {
  const byPerson = new Map<number, number[]>();
  for (let face = 0; face < people.length; face += 1) {
    const faces = byPerson.get(people[face]);
    if (faces) faces.push(face);
    else byPerson.set(people[face], [face]);
  }
  return byPerson;
}

/** In an order that looks like chance and is the same every time. */
function shuffled(values: readonly number[], seed: string): number[] {
  const chance = (value: number) => createHash('sha256').update(`${seed} ${value}`).digest('hex');
  const drawn = values.map((value) => ({ value, chance: chance(value) }));
  return drawn.sort((one, other) => (one.chance < other.chance ? -1 : 1)).map(({ value }) => value);
}
