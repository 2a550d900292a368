import type { ObjectStore } from '@kindred/domain';
import { collected, keysOf, someBytes } from './bytes';

const KEY = 'crops/ab/1.webp';

/** Bodies of different lengths, of which each is known by its length. */
const bodyNumber = (number: number) => someBytes(1000 + 5000 * number, number + 1);
const isWhole = (bytes: Buffer) => bytes.equals(bodyNumber((bytes.length - 1000) / 5000));

export function describeConcurrency(objects: () => ObjectStore): void {
  describe('doing several things at once', () => {
    it('puts of one key leave one of the bodies whole, and each is told of its own', async () => {
      const numbers = Array.from({ length: 20 }, (_, number) => number);
      const heads = await Promise.all(numbers.map((number) => objects().put(KEY, bodyNumber(number))));
      expect(heads.map(({ byteLength }) => byteLength)).toEqual(
        numbers.map((number) => bodyNumber(number).length),
      );
      expect(isWhole(await objects().get(KEY))).toBe(true);
      expect(await keysOf(objects())).toEqual([KEY]);
    });

    it('readers see the old bytes or the new ones', async () => {
      await objects().put(KEY, bodyNumber(0));
      let writing = true;
      const puts = (async () => {
        for (let number = 1; number < 40; number++) await objects().put(KEY, bodyNumber(number % 7));
        writing = false;
      })();
      let reads = 0;
      while (writing) {
        expect(isWhole(await objects().get(KEY))).toBe(true);
        expect(isWhole(await collected(await objects().stream(KEY)))).toBe(true);
        reads++;
      }
      await puts;
      expect(reads).toBeGreaterThan(0);
    });

    it('a put succeeds whatever is deleted meanwhile', async () => {
      const puts = Array.from({ length: 60 }, async (_, number) => {
        const putting = objects().put(KEY, bodyNumber(number % 3));
        await objects().delete(KEY);
        return putting;
      });
      for (const [number, head] of (await Promise.all(puts)).entries()) {
        expect(head).toMatchObject({ key: KEY, byteLength: bodyNumber(number % 3).length });
      }
      const left = await objects().head(KEY);
      if (left !== null) expect(isWhole(await objects().get(KEY))).toBe(true);
    });

    it('puts of many keys keep them all', async () => {
      const keys = Array.from({ length: 100 }, (_, number) => `many/${number % 7}/${number}`);
      await Promise.all(keys.map((key, seed) => objects().put(key, someBytes(300, seed))));
      expect(await keysOf(objects())).toEqual([...keys].sort());
      for (const [seed, key] of keys.entries())
        expect(await objects().get(key)).toEqual(someBytes(300, seed));
    });
  });
}
