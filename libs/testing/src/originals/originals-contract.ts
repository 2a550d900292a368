import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStore, Original, Originals, PhotoId } from '@kindred/domain';
import { type Open, opening } from '../contract';
import { someBytes } from '../object-store/bytes';

/** Originals together with the store that those which were copied are kept in. */
export interface OriginalsWithObjects {
  readonly originals: Originals;
  readonly objects: ObjectStore;
}

const idOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex') as PhotoId;

/** What every `Originals` promises. */
export function originalsContract(name: string, open: Open<OriginalsWithObjects>): void {
  describe(`${name} as Originals`, () => {
    const opened = opening(open);
    const read = (original: Original, id: PhotoId) => opened().originals.read({ id, original });

    describe('an object', () => {
      const original = { kind: 'object', key: 'originals/1' } as const;

      it.each([0, 1, 100_000, 5 * 1024 * 1024 + 3])('of %p bytes is read as it was put', async (length) => {
        await opened().objects.put(original.key, someBytes(length));
        expect((await read(original, idOf(someBytes(length)))).equals(someBytes(length))).toBe(true);
      });

      it('that is missing is said to be', async () => {
        await expect(read(original, idOf(someBytes(5)))).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
      });

      it('whose bytes are others than those of the photo is refused', async () => {
        await opened().objects.put(original.key, someBytes(100, 2));
        await expect(read(original, idOf(someBytes(100)))).rejects.toMatchObject({
          code: 'FILE_CHANGED',
          message: expect.stringContaining(original.key),
          hint: expect.any(String),
        });
      });
    });

    describe('a file', () => {
      let folder: string;
      let path: string;
      beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'kindred-originals-'));
        path = join(folder, 'Zoë ’n 🙂.jpg');
      });
      afterEach(() => rm(folder, { recursive: true }));
      const readFile = (bytes: Buffer) => read({ kind: 'file', path }, idOf(bytes));

      it.each([0, 1, 100_000, 9 * 1024 * 1024 + 3])('of %p bytes is read as it is', async (length) => {
        await writeFile(path, someBytes(length));
        expect((await readFile(someBytes(length))).equals(someBytes(length))).toBe(true);
      });

      const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['edited', () => writeFile(path, someBytes(1000, 2))],
        ['edited in its last byte', () => writeFile(path, Buffer.concat([someBytes(999), Buffer.of(1)]))],
        ['cut off', () => truncate(path, 999)],
        ['emptied', () => truncate(path, 0)],
        ['added to', () => writeFile(path, someBytes(1), { flag: 'a' })],
      ];
      it.each(changes)('that was %s is refused', async (_, change) => {
        await writeFile(path, someBytes(1000));
        await change();
        await expect(readFile(someBytes(1000))).rejects.toMatchObject({
          code: 'FILE_CHANGED',
          message: expect.stringContaining(path),
          hint: expect.any(String),
        });
      });

      it('that became a folder is refused', async () => {
        await mkdir(path);
        await expect(readFile(someBytes(1000))).rejects.toMatchObject({ code: 'FILE_CHANGED' });
      });

      const vanished = () => ({
        code: 'FILE_VANISHED',
        message: expect.stringContaining(path),
        hint: expect.any(String),
      });
      it('that was moved is said to be gone', async () => {
        await writeFile(path, someBytes(10));
        await rename(path, join(folder, 'elsewhere.jpg'));
        await expect(readFile(someBytes(10))).rejects.toMatchObject(vanished());
      });

      it('whose folder is gone, or became a file, is said to be gone', async () => {
        const parent = join(folder, 'album');
        path = join(parent, '1.jpg');
        await expect(readFile(someBytes(10))).rejects.toMatchObject(vanished());
        await writeFile(parent, 'a file');
        await expect(readFile(someBytes(10))).rejects.toMatchObject(vanished());
      });
    });
  });
}
