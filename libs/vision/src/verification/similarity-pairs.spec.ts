import { similarityPairs } from './similarity-pairs';

const at = (person: string, degrees: number) => ({
  person,
  embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
});
const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);

describe('similarities of pairs', () => {
  it('are of every face with every other one, apart for one person and for two', async () => {
    const { same, different } = await similarityPairs([at('a', 0), at('b', 90), at('a', 10), at('b', 120)]);
    const rising = (values: Float32Array) => Array.from(values).sort((a, b) => a - b);
    [cosine(30), cosine(10)].forEach((value, i) => expect(rising(same)[i]).toBeCloseTo(value, 5));
    [cosine(120), cosine(110), cosine(90), cosine(80)].forEach((value, i) =>
      expect(rising(different)[i]).toBeCloseTo(value, 5),
    );
    expect([same.length, different.length]).toEqual([2, 4]);
  });

  it('are none of a single face', async () => {
    expect(await similarityPairs([at('a', 0)])).toEqual({
      same: new Float32Array(),
      different: new Float32Array(),
    });
  });

  it('are given up when that is asked for', async () => {
    const faces = Array.from({ length: 400 }, (_, i) => at('a', i));
    const reason = new Error('enough');
    await expect(similarityPairs(faces, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
