import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '@kindred/platform';
import { eventually } from '@kindred/testing';
import { type FolderWatch, watchFolders } from './watch-folders';

/** A burst is over after some seconds in which nothing changes. */
jest.setTimeout(60_000);

describe('watching folders', () => {
  let root: string;
  let watch: FolderWatch;
  let bursts: string[][];
  let onBurst: (changed: readonly string[]) => Promise<void>;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kindred-watch-'));
    bursts = [];
    onBurst = async () => undefined;
    await writeFile(join(root, 'there-before.jpg'), 'x');
    const changed = (folders: readonly string[]) => {
      bursts.push([...folders].sort());
      return onBurst(folders);
    };
    watch = await watchFolders([root], changed, silentLogger);
  });
  afterEach(async () => {
    await watch.close();
    await rm(root, { recursive: true, force: true });
  });

  const burstsUntil = (count: number) => eventually(async () => bursts, ({ length }) => length >= count);

  it('hands over, once, the folders of a burst of new and changed photos and of nothing else', async () => {
    await mkdir(join(root, 'new', 'deep'), { recursive: true });
    await mkdir(join(root, '.hidden'));
    await mkdir(join(root, 'no photos'));
    await writeFile(join(root, 'new', 'deep', 'a.jpg'), 'x');
    await writeFile(join(root, 'new', 'deep', 'b.jpg'), 'x');
    await writeFile(join(root, '.hidden', 'c.jpg'), 'x');
    await writeFile(join(root, 'no photos', 'd.txt'), 'x');
    await appendFile(join(root, 'there-before.jpg'), 'y');
    expect(await burstsUntil(1)).toEqual([[root, join(root, 'new', 'deep')]]);
  });

  it('goes on after a burst could not be ingested, one burst after the other', async () => {
    let running = 0;
    onBurst = async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (bursts.length === 1) throw new Error('the disk is full');
    };
    await writeFile(join(root, 'a.jpg'), 'x');
    await burstsUntil(1);
    await writeFile(join(root, 'b.jpg'), 'x');
    expect(await burstsUntil(2)).toEqual([[root], [root]]);
  });

  it('hands nothing over once it is closed', async () => {
    await writeFile(join(root, 'a.jpg'), 'x');
    await watch.close();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(bursts).toEqual([]);
  });
});
