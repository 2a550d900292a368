import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PhotoId } from '@kindred/domain';
import { originalsContract, unprivileged } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';
import { FileOriginals } from './file-originals';

originalsContract('FileOriginals', async () => {
  const { port: objects, close } = await openInAFolder();
  return { port: { objects, originals: new FileOriginals({ objects }) }, close };
});

describe('FileOriginals', () => {
  let folder: string;
  let path: string;
  const id = createHash('sha256').update('a photo').digest('hex') as PhotoId;
  const objects = { get: () => Promise.reject(new Error('there are no objects')) };
  const read = (place = path) =>
    new FileOriginals({ objects }).read({ id, original: { kind: 'file', path: place } });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-originals-'));
    await chmod(folder, 0o755);
    path = join(folder, '1.jpg');
    await writeFile(path, 'a photo');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('says that a file may not be read, and what to do', async () => {
    await chmod(path, 0o000);
    await unprivileged(async () => {
      await expect(read()).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringContaining(path),
        hint: expect.stringContaining('permission'),
      });
    });
  });

  it('does not take a folder that may not be entered for a file that is gone', async () => {
    await chmod(folder, 0o000);
    await unprivileged(() => expect(read()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' }));
    await chmod(folder, 0o755);
  });

  it('reads through a link; one that leads nowhere is a file that is gone', async () => {
    await symlink(path, join(folder, 'link.jpg'));
    await symlink(join(folder, 'gone.jpg'), join(folder, 'dead.jpg'));
    await symlink(join(folder, 'loop.jpg'), join(folder, 'loop.jpg'));
    expect((await read(join(folder, 'link.jpg'))).toString()).toBe('a photo');
    await expect(read(join(folder, 'dead.jpg'))).rejects.toMatchObject({ code: 'FILE_VANISHED' });
    await expect(read(join(folder, 'loop.jpg'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('does not wait for ever for a pipe that took the place of the file', async () => {
    await rm(path);
    await promisify(execFile)('mkfifo', [path]);
    await expect(read()).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });

  it('does not read endless files to their end', async () => {
    await expect(read('/dev/zero')).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });
});
