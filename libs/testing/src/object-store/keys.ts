import type { ObjectStore } from '@kindred/domain';
import { keysOf, someBytes } from './bytes';

const ALLOWED = [
  'a',
  'originals/ab/cd/abcd.jpg',
  'A/a_b-c.D/0',
  '...',
  '.hidden/..x/x..',
  '-',
  'a'.repeat(200),
  `${'a/'.repeat(255)}ab`,
];

const REFUSED = [
  '',
  '/',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  './a',
  'a/.',
  '../a',
  'a/../b',
  'a/..',
  'a b',
  'ä',
  'a\\b',
  'a\n',
  'a\0',
  'C:',
  'a%2e',
  'a?b',
  'a*',
  'a'.repeat(201),
  `${'a/'.repeat(256)}a`,
];

export function describeKeys(objects: () => ObjectStore): void {
  describe('keys', () => {
    it.each(ALLOWED)('may be %p', async (key) => {
      const bytes = someBytes(10);
      expect(await objects().put(key, bytes)).toMatchObject({ key, byteLength: 10 });
      expect(await objects().get(key)).toEqual(bytes);
      expect(await objects().head(key)).toMatchObject({ key });
      expect(await keysOf(objects())).toEqual([key]);
      await objects().delete(key);
      expect(await keysOf(objects())).toEqual([]);
    });

    it.each(REFUSED)('cannot be %j, whatever is done with it', async (key) => {
      const refused = { code: 'ARGUMENT_INVALID', hint: expect.any(String) };
      await expect(objects().put(key, someBytes(1))).rejects.toMatchObject(refused);
      await expect(objects().get(key)).rejects.toMatchObject(refused);
      await expect(objects().stream(key)).rejects.toMatchObject(refused);
      await expect(objects().head(key)).rejects.toMatchObject(refused);
      await expect(objects().delete(key)).rejects.toMatchObject(refused);
      expect(await keysOf(objects())).toEqual([]);
    });

    it('that begin alike name different objects', async () => {
      const keys = ['a.jpg', 'a.jpg.webp', 'a.jp', 'b/a.jpg'];
      for (const [seed, key] of keys.entries()) await objects().put(key, someBytes(5, seed));
      for (const [seed, key] of keys.entries()) expect(await objects().get(key)).toEqual(someBytes(5, seed));
    });
  });
}
