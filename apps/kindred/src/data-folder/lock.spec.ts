import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockProcess } from '../testing/lock-process';
import { DataFolderLock, ownerOf } from './lock';

jest.setTimeout(60_000);

describe('the lock of a data folder', () => {
  let folder: string;
  let path: string;
  const others: LockProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-lock-'));
    path = join(folder, 'kindred.lock');
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.kill()));
    await rm(folder, { recursive: true, force: true });
  });

  async function anotherProcess(): Promise<LockProcess> {
    const other = await LockProcess.start(path);
    others.push(other);
    return other;
  }

  it('is nobody’s at first, then of the process that took it, and nobody’s after its release', async () => {
    expect(await ownerOf(path)).toBeNull();
    const lock = await DataFolderLock.take(path);
    expect(await ownerOf(path)).toMatchObject({ pid: process.pid, url: null });
    await lock.release();
    expect(await ownerOf(path)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('says who has it, and where the dashboard is once that is known', async () => {
    const lock = await DataFolderLock.take(path);
    await expect(DataFolderLock.take(path)).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      message: `Kindred already runs on this data folder (process ${process.pid}).`,
    });
    await lock.announce('http://127.0.0.1:4310');
    expect(await ownerOf(path)).toMatchObject({ url: 'http://127.0.0.1:4310' });
    await expect(DataFolderLock.take(path)).rejects.toMatchObject({
      message: `Kindred already runs on this data folder (process ${process.pid}, its dashboard is at http://127.0.0.1:4310).`,
      hint: expect.stringContaining('--data'),
    });
    await lock.release();
  });

  it('holds between processes, and passes to the next when its owner is killed', async () => {
    const other = await anotherProcess();
    expect(await other.take()).toBe('taken');
    await expect(DataFolderLock.take(path)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    await other.kill();
    expect(await ownerOf(path)).toBeNull();
    const lock = await DataFolderLock.take(path);
    expect(await ownerOf(path)).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('is not of a later process that got the id of the one that took it', async () => {
    const lock = await DataFolderLock.take(path);
    const { begun } = JSON.parse(await readFile(path, 'utf8')) as { begun: string };
    await lock.release();
    const earlier = begun.replace(/:\d+$/, ':1');
    expect(earlier).not.toBe(begun);
    await writeFile(path, JSON.stringify({ pid: process.pid, begun: earlier, url: null }));
    expect(await ownerOf(path)).toBeNull();
    await (await DataFolderLock.take(path)).release();
  });

  it.each([
    '',
    'null',
    '{}',
    '"text"',
    '{"pid":0,"begun":null,"url":null}',
    '{"pid":-1,"begun":null,"url":null}',
    '{"pid":1,',
  ])('is nobody’s when it is damaged: %s', async (text) => {
    await writeFile(path, text);
    expect(await ownerOf(path)).toBeNull();
    await (await DataFolderLock.take(path)).release();
  });

  it('goes to exactly one of many processes that start at the same moment, after a kill or not', async () => {
    const racers = await Promise.all(Array.from({ length: 5 }, anotherProcess));
    const dead = await anotherProcess();
    await dead.take();
    const leftBehind = await readFile(path, 'utf8');
    await dead.kill();
    for (let round = 0; round < 20; round += 1) {
      if (round % 2 === 0) await writeFile(path, leftBehind);
      else await rm(path, { force: true });
      const outcomes = await Promise.all(racers.map((racer) => racer.take()));
      expect([round, outcomes.sort()]).toEqual([
        round,
        [...Array<string>(4).fill('DATA_FOLDER_IN_USE'), 'taken'],
      ]);
      expect(racers.map(({ pid }) => pid)).toContain((await ownerOf(path))?.pid);
      for (const racer of racers) await racer.release();
    }
  });

  it('is taken over though another process died while it took it over', async () => {
    const [first, second] = [await anotherProcess(), await anotherProcess()];
    await first.take();
    const left = await readFile(path, 'utf8');
    await first.kill();
    await rm(path);
    await second.take();
    const heir = await readFile(path, 'utf8');
    await second.kill();
    await writeFile(path, left);
    await writeFile(`${path}.${createHash('sha256').update(left).digest('hex').slice(0, 16)}`, heir);
    const lock = await DataFolderLock.take(path);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });
});
