import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { existingFolders, FolderList } from './folder-list';

describe('the folders of a library', () => {
  let folder: string;
  let list: FolderList;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-folders-'));
    list = new FolderList(join(folder, 'folders.json'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are none at first', async () => expect(await list.read()).toEqual([]));

  it('are remembered in the order in which they were first given', async () => {
    await list.remember([{ path: '/b', keeping: 'reference' }]);
    await list.remember([
      { path: '/a', keeping: 'copy' },
      { path: '/b', keeping: 'reference' },
    ]);
    expect(await new FolderList(join(folder, 'folders.json')).read()).toEqual([
      { path: '/b', keeping: 'reference' },
      { path: '/a', keeping: 'copy' },
    ]);
  });

  it('take the way of keeping originals that was said last', async () => {
    await list.remember([{ path: '/a', keeping: 'reference' }]);
    await list.remember([{ path: '/a', keeping: 'copy' }]);
    expect(await list.read()).toEqual([{ path: '/a', keeping: 'copy' }]);
  });

  it('are known to their user only, and leave nothing beside the list', async () => {
    await list.remember([{ path: '/a', keeping: 'reference' }]);
    expect((await stat(join(folder, 'folders.json'))).mode & 0o077).toBe(0);
    expect(await readdir(folder)).toEqual(['folders.json']);
  });

  it.each(['', '{', '[{"path":""}]', '{"path":"/a"}', '[{"path":"/a","keeping":"borrow"}]'])(
    'cannot be read from a damaged list: %s',
    async (text) => {
      await writeFile(join(folder, 'folders.json'), text);
      await expect(list.read()).rejects.toMatchObject({
        code: 'CONFIGURATION_INVALID',
        message: `${join(folder, 'folders.json')} is damaged.`,
        hint: expect.stringContaining('kindred up FOLDER'),
      });
      await expect(list.remember([{ path: '/a', keeping: 'copy' }])).rejects.toThrow('is damaged');
    },
  );

  describe('that are given', () => {
    it('are absolute, each once', async () => {
      const photos = join(folder, 'photos');
      await mkdir(photos);
      expect(await existingFolders([photos, `${photos}/`, relative(process.cwd(), photos)])).toEqual([
        photos,
      ]);
    });

    it('must be there', async () => {
      await expect(existingFolders([folder, join(folder, 'nowhere')])).rejects.toMatchObject({
        code: 'FOLDER_UNREADABLE',
        message: `${join(folder, 'nowhere')} is not there.`,
      });
    });

    it('must be folders', async () => {
      await writeFile(join(folder, 'file'), '');
      await expect(existingFolders([join(folder, 'file')])).rejects.toMatchObject({
        message: `${join(folder, 'file')} is not a folder.`,
      });
    });
  });
});
