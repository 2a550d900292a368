import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Aside } from './aside';

const OTHER_RUN = '0123abcd';

describe('Aside', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-aside-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What is left of these after the folder is opened again. */
  async function keptOf(...names: readonly string[]): Promise<string[]> {
    for (const name of names) await writeFile(join(folder, name), 'half');
    await Aside.open(folder);
    return readdir(folder);
  }

  it('gives every write a path of its own', async () => {
    const aside = await Aside.open(folder);
    const paths = Array.from({ length: 100 }, () => aside.newPath());
    expect(new Set(paths).size).toBe(100);
    for (const path of paths) expect(join(path, '..')).toBe(folder);
  });

  it('keeps what this process still writes', async () => {
    const name = basename((await Aside.open(folder)).newPath());
    expect(await keptOf(name)).toEqual([name]);
  });

  it('removes what an earlier process of the same id left', async () => {
    expect(await keptOf(`${process.pid}-${OTHER_RUN}-1`)).toEqual([]);
  });

  it('removes what a process left that is gone', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    expect(await keptOf(`${gone.pid}-${OTHER_RUN}-1`)).toEqual([]);
  });

  it('keeps what another running process writes, until nobody can be writing it any more', async () => {
    const other = `${process.ppid}-${OTHER_RUN}-1`;
    const forgotten = `${process.ppid}-${OTHER_RUN}-2`;
    await writeFile(join(folder, forgotten), 'half');
    const lastWeek = Date.now() / 1000 - 7 * 24 * 60 * 60;
    await utimes(join(folder, forgotten), lastWeek, lastWeek);
    expect(await keptOf(other)).toEqual([other]);
  });

  it('removes what never was a write of this program, folders included', async () => {
    await mkdir(join(folder, 'sub', 'folder'), { recursive: true });
    expect(await keptOf('notes.txt', '.hidden', '12-no-run')).toEqual([]);
  });

  it('creates the folder', async () => {
    await Aside.open(join(folder, 'deep', 'down'));
    expect(await readdir(join(folder, 'deep'))).toEqual(['down']);
  });
});
