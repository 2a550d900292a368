import type { VectorIndex } from '@kindred/domain';
import { direction, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');
const GOOD = { face: faceNumber(1), vector: direction(1, 2, 3) };
const BAD_FACE = faceNumber(2);

const INVALID: readonly (readonly [string, Float32Array])[] = [
  ['with NaN', Float32Array.of(1, NaN, 0)],
  ['with infinity', Float32Array.of(1, 0, -Infinity)],
  ['of zeros', Float32Array.of(0, 0, -0)],
  ['without numbers', new Float32Array(0)],
  ['of another dimension than the rest', direction(1, 1)],
];

export function describeRefusals(opened: () => VectorIndex): void {
  describe('refusing', () => {
    it.each(INVALID)('a vector %s: says which face, and stores none of its company', async (_, vector) => {
      const writing = opened().upsert(PACK, [GOOD, { face: BAD_FACE, vector }]);
      await expect(writing).rejects.toMatchObject({
        code: 'VECTOR_INVALID',
        message: expect.stringContaining(BAD_FACE),
      });
      expect(await opened().count(PACK)).toBe(0);
    });

    it('a vector of another dimension than the pack', async () => {
      await opened().upsert(PACK, [GOOD]);
      const writing = opened().upsert(PACK, [{ face: BAD_FACE, vector: direction(1, 1, 1, 1) }]);
      await expect(writing).rejects.toMatchObject({
        code: 'VECTOR_INVALID',
        message: expect.stringContaining(BAD_FACE),
      });
      expect(await opened().count(PACK)).toBe(1);
    });

    it('only the wrong ones of writes that arrive together', async () => {
      const outcomes = await Promise.allSettled([
        opened().upsert(PACK, [GOOD]),
        opened().upsert(PACK, [{ face: BAD_FACE, vector: direction(1, 1) }]),
        opened().upsert(PACK, [{ face: faceNumber(3), vector: direction(3, 2, 1) }]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await opened().count(PACK)).toBe(2);
    });

    it.each(INVALID)('a query %s: says which', async (_, vector) => {
      await opened().upsert(PACK, [GOOD]);
      const asking = opened().neighbours(PACK, [GOOD.vector, vector], { count: 1 });
      await expect(asking).rejects.toMatchObject({
        code: 'VECTOR_INVALID',
        message: expect.stringMatching(/query 1\b/i),
      });
    });

    it('queries of another dimension than the pack', async () => {
      await opened().upsert(PACK, [GOOD]);
      const asking = opened().neighbours(PACK, [direction(1, 1)], { count: 1 });
      await expect(asking).rejects.toMatchObject({ code: 'VECTOR_INVALID' });
    });

    it.each([0, -1, 1.5, NaN, 1001])('to answer %p neighbours', async (count) => {
      const asking = opened().neighbours(PACK, [GOOD.vector], { count });
      await expect(asking).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });

    it('a least similarity that is not a number', async () => {
      const asking = opened().neighbours(PACK, [GOOD.vector], { count: 1, minimumSimilarity: NaN });
      await expect(asking).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });

    it.each([0, -5, 2.5, NaN])('blocks of %p entries', async (size) => {
      const scrolling = opened().scroll(PACK, size)[Symbol.asyncIterator]();
      await expect(scrolling.next()).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });
  });
}
