import { NOBODY } from '@kindred/clustering';
import { drawLabeling } from './labeling';

/** So many faces of each person, by turns. */
function peopleWith(...counts: readonly number[]): number[] {
  const most = Math.max(...counts);
  return Array.from({ length: most }, (_, turn) =>
    counts.flatMap((count, who) => (turn < count ? [who] : [])),
  ).flat();
}

const labeledOf = (people: readonly number[], each: number, round: number) => {
  const { faces, labels } = drawLabeling(people, each, round)!;
  return faces.filter((_, place) => labels[place] !== NOBODY);
};
const strangersOf = (people: readonly number[], round: number) => [
  ...drawLabeling(people, 1, round)!.strangers,
];

describe('drawing whom somebody labels', () => {
  const people = peopleWith(6, 7, 8, 9, 6, 7);

  it.each([1, 2, 5])('labels %d faces of everybody but the strangers, as who they are', (each) => {
    const { faces, labels, strangers } = drawLabeling(people, each, 0)!;
    const counts = new Map<number, number>();
    for (const [place, label] of labels.entries()) {
      if (label === NOBODY) continue;
      expect(label).toBe(people[faces[place]]);
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    expect(strangers.size).toBe(2);
    expect(counts.size).toBe(4);
    expect(new Set(counts.values())).toEqual(new Set([each]));
    for (const stranger of strangers) expect(counts.has(stranger)).toBe(false);
  });

  it('leaves out whoever would have no face left to find', () => {
    const { faces } = drawLabeling(peopleWith(3, 2, 5, 3), 2, 0)!;
    expect(new Set(faces.map((face) => peopleWith(3, 2, 5, 3)[face]))).toEqual(new Set([0, 2, 3]));
  });

  it('draws nothing where nobody would be left to label or to be a stranger', () => {
    expect(drawLabeling(peopleWith(2, 1, 1), 1, 0)).toBeNull();
    expect(drawLabeling([], 1, 0)).toBeNull();
  });

  it.each([
    [2, 1],
    [5, 1],
    [6, 2],
    [18, 6],
  ])('withholds, of %d people, %d', (count, strangers) => {
    expect(strangersOf(peopleWith(...new Array<number>(count).fill(2)), 0)).toHaveLength(strangers);
  });

  it('lets everybody be a stranger in turn', () => {
    const taken = [0, 1, 2].flatMap((round) => strangersOf(people, round));
    expect(taken.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1].flatMap((round) => strangersOf(peopleWith(2, 2), round)).sort()).toEqual([0, 1]);
  });

  it('draws the same every time, and otherwise in every round', () => {
    expect(drawLabeling(people, 2, 3)).toEqual(drawLabeling(people, 2, 3));
    const rounds = [0, 1, 2, 3, 4, 5].map((round) => labeledOf(people, 2, round).join());
    expect(new Set(rounds).size).toBe(6);
  });

  it('adds labels to those there are', () => {
    const [one, two, five] = [1, 2, 5].map((each) => labeledOf(people, each, 4));
    expect(two).toEqual(expect.arrayContaining(one));
    expect(five).toEqual(expect.arrayContaining(two));
  });
});
