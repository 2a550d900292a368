import { type Learning, type LearningRules, NOBODY, PeopleLearner } from '@kindred/clustering';
import { groupFaces, ROUNDS, suggestPeople } from './learning';
import { madeFaces } from './testing/made-faces';

const rules: LearningRules = {
  model: { signal: 0.86, dimension: 60, appearance: 0.45 },
  minimumConfidence: 0.5,
  minimumGroupSize: 2,
};

/** Six faces each of four people, by turns. */
const FOUR = Array.from({ length: 24 }, (_, face) => face % 4);

describe('learning people whom one knows', () => {
  const learner = new PeopleLearner({ processors: 1 });
  afterAll(() => learner.close());
  const lessons = { learner, rules };

  it('groups the faces of each person when they are told apart easily', async () => {
    const perfect = { precision: 1, recall: 1, f: 1 };
    expect(await groupFaces(madeFaces(FOUR), lessons)).toEqual({
      groups: 4,
      pairs: perfect,
      bcubed: perfect,
    });
  });

  it('counts as wrong that two people who look the same are one group', async () => {
    const twins = FOUR.map((person) => (person === 3 ? 2 : person));
    const { groups, pairs, bcubed } = await groupFaces(madeFaces(FOUR, twins), lessons);
    expect(groups).toBe(3);
    expect(pairs).toMatchObject({ precision: expect.closeTo(60 / 96, 10), recall: 1 });
    expect(bcubed).toMatchObject({ precision: 0.75, recall: 1 });
  });

  it.each([1, 2, 5])('finds everybody and no stranger with %d labels when that is easy', async (labels) => {
    const { people, scores } = await suggestPeople(madeFaces(FOUR), labels, lessons);
    expect(people).toBe(4);
    expect(scores).toMatchObject({ accuracy: 1, found: 1, leftUnknown: 0, strangersTaken: 0 });
    expect(scores!.calibrationError).toBeLessThan(0.2);
  });

  it('tells that a stranger who looks like somebody labeled is taken for them', async () => {
    const pair = FOUR.map((face) => face % 2);
    const { scores } = await suggestPeople(madeFaces(pair, new Array<number>(24).fill(0)), 1, lessons);
    // One of both is labeled, the other one is the stranger, who has twelve faces against eleven.
    expect(scores).toMatchObject({ strangersTaken: 1, found: 1, accuracy: expect.closeTo(11 / 23, 10) });
    expect(scores!.calibrationError).toBeGreaterThan(0.3);
  });

  it('leaves out people with too few photos, and says so where too few are left', async () => {
    const people = [...FOUR, 4, 4, 5];
    expect(await suggestPeople(madeFaces(people), 1, lessons)).toMatchObject({ labels: 1, people: 5 });
    expect(await suggestPeople(madeFaces(people), 2, lessons)).toMatchObject({ labels: 2, people: 4 });
    expect(await suggestPeople(madeFaces(people), 7, lessons)).toEqual({
      labels: 7,
      people: 0,
      scores: null,
    });
  });

  it('shows the learner nothing but the labels, and the same faces in every round', async () => {
    const seen: Learning['faces'][] = [];
    const onlooker = {
      learn: (learning: Learning) => {
        seen.push(structuredClone(learning.faces));
        return learner.learn(learning);
      },
    };
    const faces = madeFaces(FOUR);
    await suggestPeople(faces, 2, { learner: onlooker, rules });
    expect(seen).toHaveLength(ROUNDS);
    for (const { vectors, labels, photos, earlier } of seen) {
      expect(vectors).toEqual(seen[0].vectors);
      expect(labels.filter((label) => label !== NOBODY)).toHaveLength(6);
      expect(new Set(photos).size).toBe(faces.length);
      expect(new Set(earlier)).toEqual(new Set([NOBODY]));
    }
    expect(new Set(seen.map(({ labels }) => labels.join())).size).toBe(ROUNDS);
  });

  it('stops when that is asked for', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(suggestPeople(madeFaces(FOUR), 1, { ...lessons, signal })).rejects.toBe(reason);
  });
});
