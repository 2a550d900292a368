import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IngestFolders } from '@kindred/ingest';
import { eventually } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import sharp from 'sharp';
import { FolderList } from '../data-folder/folder-list';
import { StandaloneFolders } from './standalone-folders';

describe('folders that are added while Kindred runs', () => {
  let ports: TestPorts;
  let root: string;
  let list: FolderList;
  let folders: StandaloneFolders;

  beforeEach(async () => {
    ports = await openTestPorts();
    root = await mkdtemp(join(tmpdir(), 'kindred-root-'));
    list = new FolderList(join(ports.folder, 'folders.json'));
    const ingest = new IngestFolders(ports, {
      ingestConcurrency: 2,
      largestFileBytes: 1_000_000,
      maximumPixels: 1_000_000,
    });
    folders = new StandaloneFolders({ list, roots: [root], logger: ports.logger, ingest: () => ingest });
  });
  afterEach(async () => {
    await folders.close();
    await ports.close();
    await rm(root, { recursive: true, force: true });
  });

  it('are read at once, and remembered for the next start', async () => {
    const folder = join(root, 'Fotos ü');
    await mkdir(folder);
    const image = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png();
    await writeFile(join(folder, 'a.png'), await image.toBuffer());
    const job = await folders.add(folder, 'reference');
    expect(job).toMatchObject({ kind: 'ingest', state: 'running', subject: folder });
    const ended = await eventually(
      () => ports.jobs.get(job.id),
      (now) => now?.state !== 'running',
    );
    expect(ended).toMatchObject({ state: 'completed', done: 1 });
    expect(await folders.list()).toEqual([folder]);
    expect(await list.read()).toEqual([{ path: folder, keeping: 'reference' }]);
  });

  it.each([
    ['is not there', async () => join(root, 'nowhere')],
    [
      'is a file',
      async () => {
        await writeFile(join(root, 'file'), '');
        return join(root, 'file');
      },
    ],
    ['is above the roots', async () => join(root, '..')],
    ['leads out of them', async () => join(root, '..', '..', 'etc')],
    [
      'is a link that leads out of them',
      async () => {
        await symlink(ports.folder, join(root, 'link'));
        return join(root, 'link');
      },
    ],
    [
      'only begins like one of them',
      async () => {
        await mkdir(`${root}2`);
        return `${root}2`;
      },
    ],
  ])('are refused when the path %s', async (_, path) => {
    await expect(folders.add(await path(), 'copy')).rejects.toMatchObject({ code: 'FOLDER_UNREADABLE' });
    expect(await folders.list()).toEqual([]);
    expect(await ports.jobs.list()).toEqual([]);
    await rm(`${root}2`, { recursive: true, force: true });
  });
});
