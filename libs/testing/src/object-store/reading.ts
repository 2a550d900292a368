import type { ByteRange, ObjectStore } from '@kindred/domain';
import { collected, someBytes } from './bytes';

const KEY = 'originals/1';
const LENGTH = 200_000;

export function describeReading(objects: () => ObjectStore): void {
  describe('reading', () => {
    const missing = { code: 'OBJECT_NOT_FOUND', message: expect.stringContaining('never/put') };

    it('what is not there fails; its head is null', async () => {
      await expect(objects().get('never/put')).rejects.toMatchObject(missing);
      await expect(objects().stream('never/put')).rejects.toMatchObject(missing);
      await expect(objects().stream('never/put', { start: 0, end: 0 })).rejects.toMatchObject(missing);
      expect(await objects().head('never/put')).toBeNull();
    });

    it('what other keys only begin with, or end in, fails alike', async () => {
      await objects().put('never/put/1', someBytes(1));
      for (const key of ['never/put', 'never', '1', 'never/put/1/2']) {
        const notThere = { code: 'OBJECT_NOT_FOUND' };
        await expect(objects().get(key)).rejects.toMatchObject(notThere);
        await expect(objects().stream(key)).rejects.toMatchObject(notThere);
        expect(await objects().head(key)).toBeNull();
      }
    });

    it('streams every byte', async () => {
      await objects().put(KEY, someBytes(LENGTH));
      expect((await collected(await objects().stream(KEY))).equals(someBytes(LENGTH))).toBe(true);
      await objects().put('empty', new Uint8Array());
      expect(await collected(await objects().stream('empty'))).toHaveLength(0);
    });

    it.each<[string, ByteRange]>([
      ['the first byte', { start: 0, end: 0 }],
      ['the last byte', { start: LENGTH - 1, end: LENGTH - 1 }],
      ['a middle part', { start: 65_535, end: 131_073 }],
      ['everything', { start: 0, end: LENGTH - 1 }],
    ])('streams %s', async (_, range) => {
      await objects().put(KEY, someBytes(LENGTH));
      const part = await collected(await objects().stream(KEY, range));
      expect(part.equals(someBytes(LENGTH).subarray(range.start, range.end + 1))).toBe(true);
    });

    it.each<[string, ByteRange]>([
      ['ends after the end', { start: 0, end: 10 }],
      ['starts after the end', { start: 10, end: 10 }],
      ['starts before the beginning', { start: -1, end: 5 }],
      ['is the wrong way round', { start: 5, end: 4 }],
      ['is in halves', { start: 0.5, end: 5 }],
      ['is not a number', { start: NaN, end: 5 }],
      ['never ends', { start: 0, end: Infinity }],
    ])('refuses a range that %s', async (_, range) => {
      await objects().put(KEY, someBytes(10));
      await expect(objects().stream(KEY, range)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });

    it('refuses every range of an empty object', async () => {
      await objects().put(KEY, new Uint8Array());
      await expect(objects().stream(KEY, { start: 0, end: 0 })).rejects.toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
    });

    it('can be left half-way', async () => {
      await objects().put(KEY, someBytes(LENGTH));
      for await (const chunk of await objects().stream(KEY)) {
        expect((chunk as Buffer).length).toBeGreaterThan(0);
        break;
      }
      await objects().delete(KEY);
      expect(await objects().head(KEY)).toBeNull();
    });
  });
}
