import { someVector, vectorNear } from '../testing/some-vectors';
import { appearanceGroups } from './appearance-groups';
import { leastAlike } from './least-alike';

const [ONE, OTHER, THIRD] = [someVector(1), someVector(2), someVector(3)];
const near = (vector: Float32Array, seed: number) => vectorNear(vector, seed);

describe('groups of faces that look alike', () => {
  it('are found however the faces are mixed, the largest first', async () => {
    const vectors = [near(ONE, 10), near(OTHER, 11), near(ONE, 12), near(OTHER, 13), near(OTHER, 14), THIRD];
    expect(await appearanceGroups(vectors, { leastSimilarity: 0.5 })).toEqual([[1, 3, 4], [0, 2], [5]]);
  });

  it('are as many as faces when nothing is alike enough, and one when everything is', async () => {
    const vectors = [ONE, OTHER, THIRD];
    expect(await appearanceGroups(vectors, { leastSimilarity: 0.99 })).toEqual([[0], [1], [2]]);
    expect(await appearanceGroups(vectors, { leastSimilarity: -1 })).toEqual([[0, 1, 2]]);
    expect(await appearanceGroups([], { leastSimilarity: 0 })).toEqual([]);
  });

  it('go by the mean similarity: one face between two groups does not make one of them', async () => {
    const left = [1, 2, 3].map((seed) => near(ONE, 20 + seed));
    const right = [1, 2, 3].map((seed) => near(OTHER, 30 + seed));
    const between = Float32Array.from(ONE, (value, axis) => (value + OTHER[axis]!) / Math.SQRT2);
    const groups = await appearanceGroups([...left, ...right, between], { leastSimilarity: 0.45 });
    expect(groups.map(({ length }) => length)).toEqual([4, 3]);
  });

  it('are looked for in turns', async () => {
    let pauses = 0;
    const pause = async () => void (pauses += 1);
    await appearanceGroups(
      Array.from({ length: 100 }, (_, seed) => someVector(seed)),
      { leastSimilarity: 0.9, pause },
    );
    expect(pauses).toBeGreaterThan(2);
  });
});

describe('the faces that look least like the others', () => {
  it('come first', () => {
    const vectors = [near(ONE, 40), near(ONE, 41), OTHER, near(ONE, 42)];
    const likeness = leastAlike(vectors);
    expect(likeness[0]!.index).toBe(2);
    expect(likeness[0]!.similarity).toBeLessThan(0.3);
    expect(likeness.slice(1).every(({ similarity }) => similarity > 0.7)).toBe(true);
  });

  it('do not count themselves', () => {
    expect(leastAlike([ONE, OTHER])[0]!.similarity).toBeCloseTo(
      ONE.reduce((sum, value, axis) => sum + value * OTHER[axis]!, 0),
      5,
    );
  });

  it('are none of one face', () => {
    expect(leastAlike([])).toEqual([]);
    expect(leastAlike([ONE])).toEqual([]);
  });
});
