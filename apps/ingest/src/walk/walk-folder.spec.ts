import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unprivileged } from '@kindred/testing';
import { type WalkEntry, walkFolder } from './walk-folder';

describe('walking a folder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kindred-walk-'));
    await chmod(root, 0o755);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(...paths: string[]): Promise<void> {
    for (const path of paths) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), 'x');
    }
  }

  async function walk(folder = root): Promise<WalkEntry[]> {
    const entries: WalkEntry[] = [];
    for await (const entry of walkFolder(folder)) entries.push(entry);
    return entries;
  }

  const filesOf = (entries: readonly WalkEntry[]) =>
    entries.filter(({ kind }) => kind === 'file').map(({ path }) => relative(root, path));
  const failuresOf = (entries: readonly WalkEntry[]) =>
    entries.flatMap((entry) =>
      entry.kind === 'failure' ? [{ path: relative(root, entry.path), code: entry.failure.code }] : [],
    );

  it('finds every format by its name, in any case, folder by folder in name order', async () => {
    await put('b/2.PNG', 'b/1.jpeg', 'c.WebP', 'a.jpg', 'b/deep/er/x.tiff', 'y.avif', 'z.gif', 'h.HEIC', 'i.heif');
    expect(filesOf(await walk())).toEqual([
      'a.jpg',
      'c.WebP',
      'h.HEIC',
      'i.heif',
      'y.avif',
      'z.gif',
      'b/1.jpeg',
      'b/2.PNG',
      'b/deep/er/x.tiff',
    ]);
  });

  it('tells the size and the time of a file, and passes over what is no photo by its name', async () => {
    await put('a.jpg', 'notes.txt', 'jpg', 'film.mp4', 'raw.jpg.part');
    expect(await walk()).toEqual([
      { kind: 'file', path: join(root, 'a.jpg'), byteLength: 1, modifiedAt: expect.any(Number) },
    ]);
  });

  it('skips hidden files and folders and those of operating systems and storage', async () => {
    await put(
      '.hidden.jpg',
      '.trash/a.jpg',
      '@eaDir/a.jpg',
      '$RECYCLE.BIN/a.jpg',
      'System Volume Information/a.jpg',
      '__MACOSX/._a.jpg',
      'lost+found/a.jpg',
      'node_modules/a/a.jpg',
      'seen/a.jpg',
    );
    expect(filesOf(await walk())).toEqual(['seen/a.jpg']);
  });

  it('walks a hidden folder that it was told to walk', async () => {
    await put('.album/a.jpg');
    expect(filesOf(await walk(join(root, '.album')))).toEqual(['.album/a.jpg']);
  });

  it('survives links to a parent, to itself and to each other, and visits each real folder once', async () => {
    await put('a/photo.jpg');
    await symlink(root, join(root, 'a', 'up'));
    await symlink('self', join(root, 'self'));
    await symlink(join(root, 'two.jpg'), join(root, 'one.jpg'));
    await symlink(join(root, 'one.jpg'), join(root, 'two.jpg'));
    await symlink(join(root, 'a'), join(root, 'b'));
    const entries = await walk();
    expect(filesOf(entries)).toEqual(['a/photo.jpg']);
    expect(failuresOf(entries)).toEqual([
      { path: 'one.jpg', code: 'FILE_UNREADABLE' },
      { path: 'two.jpg', code: 'FILE_UNREADABLE' },
    ]);
  });

  it('follows a link to a folder elsewhere, and reports a link to nowhere', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'kindred-elsewhere-'));
    await writeFile(join(elsewhere, 'far.jpg'), 'x');
    await symlink(elsewhere, join(root, 'linked'));
    await symlink('/nowhere/at/all.jpg', join(root, 'broken.jpg'));
    const entries = await walk();
    expect(filesOf(entries)).toEqual(['linked/far.jpg']);
    expect(failuresOf(entries)).toEqual([{ path: 'broken.jpg', code: 'FILE_UNREADABLE' }]);
    await rm(elsewhere, { recursive: true });
  });

  it('reports a folder that it may not read and goes on', async () => {
    await put('a/1.jpg', 'closed/2.jpg', 'z/3.jpg');
    await chmod(join(root, 'closed'), 0o000);
    const entries = await unprivileged(() => walk());
    await chmod(join(root, 'closed'), 0o755);
    expect(filesOf(entries)).toEqual(['a/1.jpg', 'z/3.jpg']);
    expect(failuresOf(entries)).toEqual([{ path: 'closed', code: 'FOLDER_UNREADABLE' }]);
  });

  it.each([
    ['a folder that is not there', 'missing'],
    ['a file in the place of a folder', 'file.jpg'],
  ])('reports %s', async (_, name) => {
    await put('file.jpg');
    expect(await walk(join(root, name))).toEqual([
      {
        kind: 'failure',
        path: join(root, name),
        failure: { code: 'FOLDER_UNREADABLE', message: expect.stringContaining(name), hint: expect.any(String) },
      },
    ]);
  });

  it('takes names as they are: line breaks, emoji, spaces, quotes, 255 bytes', async () => {
    const names = ['line\nbreak.jpg', '💐 [1] "x".jpg', ' leading.jpg', `${'ü'.repeat(125)}n.jpg`, 'ä.jpg', 'a\u0308.jpg'];
    await put(...names);
    expect(filesOf(await walk()).sort()).toEqual([...names].sort());
  });

  it('reports a name that is not UTF-8 and goes on', async () => {
    await put('a.jpg', 'z.jpg');
    await writeFile(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff, 0xfe]), Buffer.from('.jpg')]), 'x');
    const entries = await walk();
    expect(filesOf(entries)).toEqual(['a.jpg', 'z.jpg']);
    expect(failuresOf(entries)).toEqual([{ path: 'b\ufffd\ufffd.jpg', code: 'FILE_UNREADABLE' }]);
  });

  it('does not wait for a pipe, open a socket or take a folder for a photo', async () => {
    await put('folder.jpg/inside.jpg');
    execFileSync('mkfifo', [join(root, 'pipe.jpg')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 'socket.jpg'), resolve));
    const entries = await walk();
    await new Promise((resolve) => server.close(resolve));
    expect(entries).toEqual([expect.objectContaining({ path: join(root, 'folder.jpg', 'inside.jpg') })]);
  });

  it('passes over what vanishes while it walks', async () => {
    await put('a/1.jpg', 'b/2.jpg', 'c/3.jpg');
    const seen: string[] = [];
    for await (const entry of walkFolder(root)) {
      seen.push(`${entry.kind} ${relative(root, entry.path)}`);
      if (seen.length === 1) await rm(join(root, 'c'), { recursive: true });
    }
    expect(seen).toEqual(['file a/1.jpg', 'file b/2.jpg', 'failure c']);
  });

  it('finds a photo three hundred folders down', async () => {
    let deep = root;
    for (let level = 0; level < 300; level++) deep = join(deep, 'd');
    await mkdir(deep, { recursive: true });
    await writeFile(join(deep, 'deep.jpg'), 'x');
    expect(filesOf(await walk())).toEqual([relative(root, join(deep, 'deep.jpg'))]);
  });
});
