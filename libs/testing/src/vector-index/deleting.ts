import type { VectorIndex } from '@kindred/domain';
import { entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');
const OTHER = packNamed('large');

export function describeDeleting(opened: () => VectorIndex): void {
  describe('deleting', () => {
    it('removes these faces of this pack, and nothing else', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 10, 4));
      await opened().upsert(OTHER, entriesNumbered(0, 10, 16));
      await opened().delete(PACK, [faceNumber(3), faceNumber(9), faceNumber(0)]);
      expect(await opened().count(PACK)).toBe(7);
      expect(await opened().count(OTHER)).toBe(10);
      const entries = entriesNumbered(0, 10, 4);
      const answers = await opened().neighbours(
        PACK,
        entries.map(({ vector }) => vector),
        { count: 20 },
      );
      for (const [number, answer] of answers.entries()) {
        const gone = [0, 3, 9].includes(number);
        expect(answer.map(({ face }) => face).includes(faceNumber(number))).toBe(!gone);
        expect(answer).toHaveLength(7);
      }
      expect([
        ...(
          await opened().get(
            PACK,
            entries.map(({ face }) => face),
          )
        ).keys(),
      ]).toHaveLength(7);
    });

    it('everywhere removes these faces from every pack', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 5, 4));
      await opened().upsert(OTHER, entriesNumbered(3, 5, 16));
      await opened().deleteEverywhere([faceNumber(1), faceNumber(3), faceNumber(4)]);
      expect(await opened().count(PACK)).toBe(2);
      expect(await opened().count(OTHER)).toBe(3);
      const [answer] = await opened().neighbours(OTHER, [entriesNumbered(3, 1, 16)[0]!.vector], {
        count: 10,
      });
      expect(answer!.map(({ face }) => face).sort()).toEqual([5, 6, 7].map(faceNumber));
    });

    it('is content when a face or a pack does not exist', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 2, 4));
      await opened().delete(PACK, [faceNumber(77), faceNumber(0), faceNumber(0)]);
      await opened().delete(packNamed('nowhere'), [faceNumber(1)]);
      await opened().deleteEverywhere([faceNumber(78)]);
      expect(await opened().count(PACK)).toBe(1);
    });

    it('lets a face come back', async () => {
      const entries = entriesNumbered(0, 3, 4);
      await opened().upsert(PACK, entries);
      await opened().delete(
        PACK,
        entries.map(({ face }) => face),
      );
      expect(await opened().neighbours(PACK, [entries[0]!.vector], { count: 5 })).toEqual([[]]);
      await opened().upsert(PACK, entries);
      const [answer] = await opened().neighbours(PACK, [entries[1]!.vector], { count: 1 });
      expect(answer![0]!.face).toBe(faceNumber(1));
    });
  });
}
