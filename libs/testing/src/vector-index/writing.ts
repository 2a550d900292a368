import type { VectorIndex } from '@kindred/domain';
import { direction, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');
const FACE = faceNumber(1);

export function describeWriting(opened: () => VectorIndex): void {
  describe('writing', () => {
    it('is visible to the next query', async () => {
      await opened().upsert(PACK, [{ face: FACE, vector: direction(1, 2, 3) }]);
      const [answer] = await opened().neighbours(PACK, [direction(1, 2, 3)], { count: 1 });
      expect(answer!.map(({ face }) => face)).toEqual([FACE]);
      expect(await opened().count(PACK)).toBe(1);
    });

    it('replaces the vector that a face had', async () => {
      await opened().upsert(PACK, [{ face: FACE, vector: direction(1, 0, 0) }]);
      await opened().upsert(PACK, [{ face: FACE, vector: direction(0, 1, 0) }]);
      expect(await opened().count(PACK)).toBe(1);
      expect((await opened().get(PACK, [FACE])).get(FACE)).toEqual(direction(0, 1, 0));
      const [answer] = await opened().neighbours(PACK, [direction(0, 1, 0)], { count: 10 });
      expect(answer).toEqual([{ face: FACE, similarity: 1 }]);
    });

    it('keeps the last vector of a face that is given twice', async () => {
      await opened().upsert(PACK, [
        { face: FACE, vector: direction(1, 0, 0) },
        { face: FACE, vector: direction(0, 0, 1) },
      ]);
      expect(await opened().count(PACK)).toBe(1);
      expect((await opened().get(PACK, [FACE])).get(FACE)).toEqual(direction(0, 0, 1));
    });

    it('does nothing when nothing is given', async () => {
      await opened().upsert(PACK, []);
      await opened().delete(PACK, []);
      await opened().deleteEverywhere([]);
      expect(await opened().count(PACK)).toBe(0);
    });

    it('keeps a copy: what the caller does with the vector afterwards changes nothing', async () => {
      const vector = direction(1, 2, 3);
      const writing = opened().upsert(PACK, [{ face: FACE, vector }]);
      vector.fill(9);
      await writing;
      expect(vector).toHaveLength(3);
      expect((await opened().get(PACK, [FACE])).get(FACE)).toEqual(direction(1, 2, 3));
    });

    it('takes thousands of entries at once', async () => {
      const entries = entriesNumbered(0, 5000, 8);
      await opened().upsert(PACK, entries);
      expect(await opened().count(PACK)).toBe(5000);
      const [answer] = await opened().neighbours(PACK, [entries[4321]!.vector], { count: 1 });
      expect(answer![0]!.face).toBe(faceNumber(4321));
    });

    it('keeps packs of different dimensions apart', async () => {
      await opened().upsert(packNamed('two'), [{ face: FACE, vector: direction(1, 1) }]);
      await opened().upsert(packNamed('five'), [{ face: FACE, vector: direction(1, 1, 1, 1, 1) }]);
      expect((await opened().get(packNamed('two'), [FACE])).get(FACE)).toEqual(direction(1, 1));
      expect((await opened().get(packNamed('five'), [FACE])).get(FACE)).toEqual(direction(1, 1, 1, 1, 1));
      await opened().delete(packNamed('two'), [FACE]);
      expect(await opened().count(packNamed('two'))).toBe(0);
      expect(await opened().count(packNamed('five'))).toBe(1);
    });
  });
}
