import type { FaceId, VectorEntry, VectorIndex } from '@kindred/domain';
import { arbitraryDirection, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');

export function describeScrolling(opened: () => VectorIndex): void {
  describe('scrolling', () => {
    it('answers every entry once, in face id order, whatever the order of writing', async () => {
      const entries = entriesNumbered(0, 50, 4);
      await opened().upsert(PACK, [...entries].reverse());
      expect((await blocksOf(opened().scroll(PACK))).flat()).toEqual(entries);
    });

    it.each([
      [1, 7],
      [3, 3],
      [7, 1],
      [100, 1],
    ])('in blocks of at most %p entries', async (size, blocks) => {
      await opened().upsert(PACK, entriesNumbered(0, 7, 4));
      const scrolled = await blocksOf(opened().scroll(PACK, size));
      expect(scrolled).toHaveLength(blocks);
      for (const block of scrolled) expect(block.length).toBeLessThanOrEqual(size);
      expect(scrolled.flat()).toHaveLength(7);
    });

    it('answers what was there all the time exactly once while others come and go', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 60, 4));
      const seen: FaceId[] = [];
      let step = 0;
      for await (const block of opened().scroll(PACK, 7)) {
        seen.push(...block.map(({ face }) => face));
        await opened().upsert(PACK, entriesNumbered(100 + step, 5, 4));
        await opened().delete(PACK, [faceNumber(3 * step)]);
        await opened().upsert(PACK, [{ face: faceNumber(1), vector: arbitraryDirection(9, 4) }]);
        step += 5;
      }
      expect(seen).toEqual([...new Set(seen)].sort());
      const stayed = Array.from({ length: 60 }, (_, number) => number).filter((number) => number % 15 !== 0);
      expect(seen).toEqual(expect.arrayContaining(stayed.map(faceNumber)));
    });

    it('can be left half-way', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 10, 4));
      for await (const block of opened().scroll(PACK, 2)) {
        expect(block).toHaveLength(2);
        break;
      }
      await opened().upsert(PACK, entriesNumbered(10, 1, 4));
      expect(await opened().count(PACK)).toBe(11);
    });
  });
}

async function blocksOf(scroll: AsyncIterable<readonly VectorEntry[]>): Promise<(readonly VectorEntry[])[]> {
  const blocks: (readonly VectorEntry[])[] = [];
  for await (const block of scroll) blocks.push(block);
  return blocks;
}
