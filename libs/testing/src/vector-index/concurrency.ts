import type { VectorIndex } from '@kindred/domain';
import { arbitraryDirection, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');

export function describeConcurrency(opened: () => VectorIndex): void {
  describe('doing several things at once', () => {
    it('takes writes and queries side by side; each write is visible once it resolves', async () => {
      await Promise.all(
        Array.from({ length: 60 }, async (_, number) => {
          const [entry] = entriesNumbered(number, 1, 16);
          await opened().upsert(PACK, [entry!]);
          const [answer] = await opened().neighbours(PACK, [entry!.vector], { count: 1 });
          expect(answer![0]!.face).toBe(entry!.face);
          if (number % 3 !== 0) return;
          await opened().delete(PACK, [entry!.face]);
          const [without] = await opened().neighbours(PACK, [entry!.vector], { count: 1000 });
          expect(without!.map(({ face }) => face)).not.toContain(entry!.face);
        }),
      );
      expect(await opened().count(PACK)).toBe(40);
    });

    it('does the writes of one caller in order, also when they are not waited for', async () => {
      const face = faceNumber(1);
      const writes = [
        opened().upsert(PACK, [{ face, vector: arbitraryDirection(1, 4) }]),
        opened().delete(PACK, [face]),
        opened().upsert(PACK, [{ face, vector: arbitraryDirection(2, 4) }]),
        opened().deleteEverywhere([face]),
        opened().upsert(PACK, [{ face, vector: arbitraryDirection(3, 4) }]),
      ];
      await Promise.all(writes);
      expect((await opened().get(PACK, [face])).get(face)).toEqual(arbitraryDirection(3, 4));
      const [answer] = await opened().neighbours(PACK, [arbitraryDirection(3, 4)], { count: 5 });
      expect(answer).toEqual([{ face, similarity: expect.closeTo(1, 5) }]);
    });

    it('answers a long search in whole answers while vectors come and go', async () => {
      const entries = entriesNumbered(0, 600, 16);
      await opened().upsert(PACK, entries);
      const kept = entries.slice(300);
      const searching = opened().neighbours(
        PACK,
        kept.map(({ vector }) => vector),
        { count: 1 },
      );
      for (let number = 0; number < 300; number += 50) {
        await opened().delete(
          PACK,
          entries.slice(number, number + 50).map(({ face }) => face),
        );
      }
      const answers = await searching;
      expect(answers.map(([nearest]) => nearest!.face)).toEqual(kept.map(({ face }) => face));
    });
  });
}
