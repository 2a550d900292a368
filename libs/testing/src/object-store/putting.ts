import { Readable } from 'node:stream';
import type { ObjectStore } from '@kindred/domain';
import { failingAfter, keysOf, someBytes } from './bytes';

const KEY = 'crops/ab/1.webp';
const BLOCK = 64 * 1024;

export function describePutting(objects: () => ObjectStore): void {
  describe('putting', () => {
    it.each([0, 1, 1000, BLOCK, 3 * BLOCK + 17])('keeps %p bytes, at once or as a stream', async (length) => {
      const bytes = someBytes(length);
      const parts = Array.from({ length: 4 }, (_, part) =>
        bytes.subarray((part * length) >> 2, ((part + 1) * length) >> 2),
      );
      const bodies = [bytes, new Uint8Array(bytes), Readable.from(parts, { objectMode: false })];
      for (const [index, body] of bodies.entries()) {
        expect(await objects().put(`a/${index}`, body)).toMatchObject({
          key: `a/${index}`,
          byteLength: length,
        });
        expect((await objects().get(`a/${index}`)).equals(bytes)).toBe(true);
      }
    });

    it('says what is stored now', async () => {
      const head = await objects().put(KEY, someBytes(12));
      expect(head).toEqual({ key: KEY, byteLength: 12, modifiedAt: expect.any(String) });
      expect(new Date(head.modifiedAt).toISOString()).toBe(head.modifiedAt);
      expect(await objects().head(KEY)).toEqual(head);
    });

    it('keeps only the part of the memory that it is given', async () => {
      await objects().put(KEY, someBytes(100).subarray(10, 20));
      expect(await objects().get(KEY)).toEqual(someBytes(100).subarray(10, 20));
    });

    it('takes streams of text as UTF-8', async () => {
      await objects().put(KEY, Readable.from(['Zoë ', '🙂']));
      expect((await objects().get(KEY)).toString()).toBe('Zoë 🙂');
    });

    it('replaces what was there, also by less', async () => {
      await objects().put(KEY, someBytes(5000, 1));
      await objects().put(KEY, someBytes(10, 2));
      expect(await objects().get(KEY)).toEqual(someBytes(10, 2));
      expect(await objects().head(KEY)).toMatchObject({ byteLength: 10 });
      expect(await keysOf(objects())).toEqual([KEY]);
    });

    it('the same again is no error', async () => {
      await objects().put(KEY, someBytes(10));
      await objects().put(KEY, someBytes(10));
      expect(await objects().get(KEY)).toEqual(someBytes(10));
    });

    it('fails with what the stream fails with, and leaves nothing', async () => {
      const failure = new Error('the upload was cut off');
      const body = failingAfter([someBytes(3 * BLOCK)], failure);
      await expect(objects().put(KEY, body)).rejects.toBe(failure);
      expect(await objects().head(KEY)).toBeNull();
      expect(await keysOf(objects())).toEqual([]);
    });

    it('that fails leaves what was there', async () => {
      await objects().put(KEY, someBytes(10));
      await expect(
        objects().put(KEY, failingAfter([someBytes(5, 2)], new Error('cut off'))),
      ).rejects.toThrow();
      await expect(objects().put(KEY, failingAfter([], new Error('cut off')))).rejects.toThrow();
      expect(await objects().get(KEY)).toEqual(someBytes(10));
      expect(await keysOf(objects())).toEqual([KEY]);
    });

    it('of a stream that ends too early fails, and leaves nothing', async () => {
      const body = new Readable({ read: () => undefined });
      body.push(someBytes(100));
      setImmediate(() => body.destroy());
      await expect(objects().put(KEY, body)).rejects.toThrow();
      expect(await objects().head(KEY)).toBeNull();
    });

    it('shows nothing of a stream before its end', async () => {
      let goOn = (): void => undefined;
      const paused = new Promise<void>((resolve) => (goOn = resolve));
      const body = Readable.from(
        (async function* () {
          yield someBytes(BLOCK);
          await paused;
          yield someBytes(BLOCK, 2);
        })(),
        { objectMode: false },
      );
      const putting = objects().put(KEY, body);
      await objects().put('other', someBytes(1));
      expect(await objects().head(KEY)).toBeNull();
      expect(await keysOf(objects())).toEqual(['other']);
      goOn();
      expect(await putting).toMatchObject({ byteLength: 2 * BLOCK });
      expect(await keysOf(objects())).toEqual([KEY, 'other']);
    });
  });
}
