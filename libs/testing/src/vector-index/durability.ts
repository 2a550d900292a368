import type { VectorIndex } from '@kindred/domain';
import { arbitraryDirection, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');
const OTHER = packNamed('large');

export function describeDurability(opened: () => VectorIndex, reopen: () => Promise<VectorIndex>): void {
  describe('closing and opening', () => {
    it('keeps every vector, and answers the same', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 40, 4));
      await opened().upsert(OTHER, entriesNumbered(20, 40, 32));
      await opened().delete(PACK, [faceNumber(5)]);
      await opened().upsert(PACK, [{ face: faceNumber(6), vector: arbitraryDirection(1000, 4) }]);
      const ask = () => opened().neighbours(PACK, [arbitraryDirection(1000, 4)], { count: 50 });
      const before = await ask();
      await reopen();
      expect(await ask()).toEqual(before);
      expect(await opened().count(PACK)).toBe(39);
      expect(await opened().count(OTHER)).toBe(40);
      expect((await opened().get(OTHER, [faceNumber(59)])).get(faceNumber(59))).toEqual(
        arbitraryDirection(59, 32),
      );
    });

    it('still knows the dimension of a pack', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 1, 4));
      await reopen();
      const writing = opened().upsert(PACK, entriesNumbered(1, 1, 5));
      await expect(writing).rejects.toMatchObject({ code: 'VECTOR_INVALID' });
    });

    it('takes writes again at once', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 3, 4));
      await reopen();
      await opened().upsert(PACK, entriesNumbered(3, 1, 4));
      const [answer] = await opened().neighbours(PACK, [arbitraryDirection(3, 4)], { count: 1 });
      expect(answer![0]!.face).toBe(faceNumber(3));
      expect(await opened().count(PACK)).toBe(4);
    });

    it('finishes what was asked for first', async () => {
      const index = opened();
      const writes = Array.from({ length: 20 }, (_, number) =>
        index.upsert(PACK, entriesNumbered(number, 1, 4)),
      );
      const queries = Array.from({ length: 1000 }, (_, number) => arbitraryDirection(number, 4));
      const searching = index.neighbours(PACK, queries, { count: 5 });
      const reading = index.get(
        PACK,
        Array.from({ length: 5000 }, (_, number) => faceNumber(number)),
      );
      await reopen();
      await Promise.all([...writes, reading]);
      expect(await searching).toHaveLength(1000);
      expect(await opened().count(PACK)).toBe(20);
    });

    it('can be closed twice; afterwards every call fails', async () => {
      const index = opened();
      await index.upsert(PACK, entriesNumbered(0, 1, 4));
      await Promise.all([index.close(), index.close()]);
      await index.close();
      const closed = { code: 'STORE_UNAVAILABLE' };
      await expect(index.upsert(PACK, entriesNumbered(1, 1, 4))).rejects.toMatchObject(closed);
      await expect(index.delete(PACK, [faceNumber(0)])).rejects.toMatchObject(closed);
      await expect(index.deleteEverywhere([faceNumber(0)])).rejects.toMatchObject(closed);
      await expect(index.get(PACK, [faceNumber(0)])).rejects.toMatchObject(closed);
      await expect(index.neighbours(PACK, [arbitraryDirection(1, 4)], { count: 1 })).rejects.toMatchObject(
        closed,
      );
      await expect(index.count(PACK)).rejects.toMatchObject(closed);
      await expect(index.scroll(PACK)[Symbol.asyncIterator]().next()).rejects.toMatchObject(closed);
    });
  });
}
