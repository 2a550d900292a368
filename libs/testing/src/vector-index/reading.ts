import type { VectorIndex } from '@kindred/domain';
import { arbitraryDirection, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');

export function describeReading(opened: () => VectorIndex): void {
  describe('reading', () => {
    it('answers those that exist, number by number as they were given', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 4, 7));
      const found = await opened().get(PACK, [faceNumber(2), faceNumber(99), faceNumber(0), faceNumber(2)]);
      expect(found).toEqual(
        new Map([
          [faceNumber(2), arbitraryDirection(2, 7)],
          [faceNumber(0), arbitraryDirection(0, 7)],
        ]),
      );
    });

    it('answers thousands of faces', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 3000, 4));
      const faces = Array.from({ length: 3500 }, (_, number) => faceNumber(number));
      const found = await opened().get(PACK, faces);
      expect(found.size).toBe(3000);
      expect(found.get(faceNumber(2999))).toEqual(arbitraryDirection(2999, 4));
    });

    it("answers vectors that are their owner's: changing one changes nothing else", async () => {
      await opened().upsert(PACK, entriesNumbered(0, 2, 4));
      const faces = [faceNumber(0), faceNumber(1)];
      const found = await opened().get(PACK, faces);
      found.get(faceNumber(0))!.fill(5);
      expect(found.get(faceNumber(1))).toEqual(arbitraryDirection(1, 4));
      expect((await opened().get(PACK, faces)).get(faceNumber(0))).toEqual(arbitraryDirection(0, 4));
    });

    it('of a pack that has no vectors answers nothing', async () => {
      const pack = packNamed('empty');
      expect(await opened().count(pack)).toBe(0);
      expect(await opened().get(pack, [faceNumber(1)])).toEqual(new Map());
      const queries = [arbitraryDirection(1, 4), arbitraryDirection(2, 4)];
      expect(await opened().neighbours(pack, queries, { count: 3 })).toEqual([[], []]);
      expect((await opened().scroll(pack)[Symbol.asyncIterator]().next()).done).toBe(true);
    });
  });
}
