import { chmod, type FileHandle, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ObjectStore } from '@kindred/domain';
import { unprivileged } from '@kindred/testing';
import { openFileObjectStore } from './file-object-store';

describe('a store whose disk refuses', () => {
  let folder: string;
  let objects: ObjectStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-objects-'));
    await chmod(folder, 0o755);
    objects = await openFileObjectStore({ folder });
    await objects.put('crops/1', Buffer.from('old'));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  /** Makes the disk refuse what is done with open files. */
  async function refuse(method: 'writeFile' | 'sync', code: string, afterCalls = 0): Promise<void> {
    const handle = await open(__filename, 'r');
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const real = prototype[method] as (...given: unknown[]) => Promise<void>;
    let calls = 0;
    jest.spyOn(prototype, method).mockImplementation(function (this: FileHandle, ...given: unknown[]) {
      if (calls++ < afterCalls) return real.apply(this, given);
      return Promise.reject(Object.assign(new Error(`${code}: refused`), { code }));
    });
  }

  const expectUntouched = async () => {
    jest.restoreAllMocks();
    expect(await readdir(join(folder, 'aside'))).toEqual([]);
    expect((await objects.get('crops/1')).toString()).toBe('old');
  };

  describe.each(['ENOSPC', 'EDQUOT'])('with %s', (code) => {
    const full = { code: 'DISK_FULL', transient: true, hint: expect.any(String) };

    it('says that the disk is full, and keeps the old bytes and nothing else', async () => {
      await refuse('writeFile', code);
      await expect(objects.put('crops/1', Buffer.from('new'))).rejects.toMatchObject(full);
      await expectUntouched();
    });

    it('lets go of the stream in the middle of which the disk became full', async () => {
      await refuse('writeFile', code, 2);
      const body = Readable.from(
        Array.from({ length: 10 }, () => Buffer.alloc(10)),
        { objectMode: false },
      );
      await expect(objects.put('crops/1', body)).rejects.toMatchObject(full);
      expect(body.destroyed).toBe(true);
      await expectUntouched();
    });

    it('believes it when it is told so late, while syncing', async () => {
      await refuse('sync', code);
      await expect(objects.put('crops/1', Buffer.from('new'))).rejects.toMatchObject(full);
      await expectUntouched();
    });

    it('goes on once there is space', async () => {
      await refuse('writeFile', code);
      await expect(objects.put('crops/2', Buffer.from('new'))).rejects.toMatchObject(full);
      jest.restoreAllMocks();
      await objects.put('crops/2', Buffer.from('new'));
      expect((await objects.get('crops/2')).toString()).toBe('new');
    });
  });

  it('with anything else is unavailable', async () => {
    await refuse('writeFile', 'EIO');
    await expect(objects.put('crops/1', Buffer.from('new'))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await expectUntouched();
  });

  describe('because of permissions', () => {
    const unavailable = { code: 'STORE_UNAVAILABLE' };

    it('is unavailable for writing, and still reads', async () => {
      for (const path of ['aside', 'objects/crops']) await chmod(join(folder, path), 0o555);
      await unprivileged(async () => {
        await expect(objects.put('crops/1', Buffer.from('new'))).rejects.toMatchObject(unavailable);
        await expect(objects.delete('crops/1')).rejects.toMatchObject(unavailable);
        expect((await objects.get('crops/1')).toString()).toBe('old');
      });
      for (const path of ['aside', 'objects/crops']) await chmod(join(folder, path), 0o755);
      await expectUntouched();
    });

    it('does not take an object that may not be read for one that is missing', async () => {
      await chmod(join(folder, 'objects', 'crops', '1'), 0o000);
      await unprivileged(async () => {
        await expect(objects.get('crops/1')).rejects.toMatchObject(unavailable);
        await expect(objects.stream('crops/1')).rejects.toMatchObject(unavailable);
      });
    });

    it('does not take a folder that may not be read for an empty one', async () => {
      await chmod(join(folder, 'objects', 'crops'), 0o000);
      await unprivileged(async () => {
        await expect(objects.head('crops/1')).rejects.toMatchObject(unavailable);
        await expect(objects.list('')[Symbol.asyncIterator]().next()).rejects.toMatchObject(unavailable);
      });
      await chmod(join(folder, 'objects', 'crops'), 0o755);
    });

    it('cannot be opened', async () => {
      await chmod(folder, 0o555);
      await unprivileged(async () => {
        const opening = openFileObjectStore({ folder: join(folder, 'another') });
        await expect(opening).rejects.toMatchObject(unavailable);
      });
      await chmod(folder, 0o755);
    });
  });

  it('cannot be opened in the place of a file', async () => {
    const opening = openFileObjectStore({ folder: join(folder, 'objects', 'crops', '1') });
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it.each([
    '../secret',
    '../aside/secret',
    'crops/../../secret',
    '..',
    '/etc/hostname',
    'crops/..\\..\\secret',
  ])('reaches nothing outside of its objects by %p', async (key) => {
    const secrets = [join(folder, 'secret'), join(folder, 'aside', 'secret')];
    for (const secret of secrets) await writeFile(secret, 'secret');
    const refused = { code: 'ARGUMENT_INVALID' };
    await expect(objects.get(key)).rejects.toMatchObject(refused);
    await expect(objects.put(key, Buffer.from('overwritten'))).rejects.toMatchObject(refused);
    await expect(objects.delete(key)).rejects.toMatchObject(refused);
    for await (const head of objects.list(key)) expect(head).toBeUndefined();
    for (const secret of secrets) expect((await readFile(secret)).toString()).toBe('secret');
  });
});
