import type { ObjectStore } from '@kindred/domain';
import { keysOf, someBytes } from './bytes';

/** In key order, in which the separator lies between "." and the digits. */
const KEYS = [
  'A',
  'a-b',
  'a.b',
  'a/-',
  'a/0',
  'a/B/c',
  'a/b/c',
  'a0',
  'aa/b',
  'ab',
  'b/1',
  'b/10',
  'b/2',
  'z',
];

export function describeListing(objects: () => ObjectStore): void {
  const fill = async () => {
    for (const key of [...KEYS].reverse()) await objects().put(key, someBytes(key.length));
  };

  describe('listing', () => {
    it('is empty while there is nothing', async () => {
      expect(await keysOf(objects())).toEqual([]);
      expect(await keysOf(objects(), 'a/')).toEqual([]);
    });

    it('shows every object in key order', async () => {
      await fill();
      expect(await keysOf(objects())).toEqual(KEYS);
      expect(KEYS).toEqual([...KEYS].sort());
    });

    it.each([
      'a',
      'a/',
      'a/b',
      'a/b/',
      'a/b/c',
      'a/b/cd',
      'a.',
      'b/1',
      'b',
      'c',
      '/',
      '.',
      '..',
      '../',
      'a//',
      'a/../',
    ])('shows those whose key starts with %p', async (prefix) => {
      await fill();
      expect(await keysOf(objects(), prefix)).toEqual(KEYS.filter((key) => key.startsWith(prefix)));
    });

    it('shows each as its head does', async () => {
      await fill();
      for await (const head of objects().list('a')) expect(head).toEqual(await objects().head(head.key));
    });

    it('shows more than a thousand', async () => {
      const keys = Array.from({ length: 1203 }, (_, index) => `many/${String(index).padStart(4, '0')}`);
      for (let start = 0; start < keys.length; start += 100) {
        await Promise.all(keys.slice(start, start + 100).map((key) => objects().put(key, someBytes(1))));
      }
      expect(await keysOf(objects(), 'many/')).toEqual(keys);
    });

    it('shows what is there all the time exactly once while others come and go', async () => {
      await fill();
      const seen: string[] = [];
      for await (const { key } of objects().list('')) {
        seen.push(key);
        await objects().put(`new/${seen.length}`, someBytes(1));
        if (key === 'a/0') await objects().delete('b/10');
      }
      expect(seen).toEqual([...new Set(seen)].sort());
      expect(seen).toEqual(expect.arrayContaining(KEYS.filter((key) => key !== 'b/10')));
    });

    it('can be left half-way', async () => {
      await fill();
      for await (const { key } of objects().list('b')) {
        expect(key).toBe('b/1');
        break;
      }
      expect(await keysOf(objects(), 'b')).toHaveLength(3);
    });
  });
}
