import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openFileObjectStore } from './file-object-store';

const KILLS = 4;

jest.setTimeout(120_000);

describe('after the process is killed in the middle of its puts', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-objects-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('every acknowledged object is there, none is partial, and nothing unfinished is left', async () => {
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await writeUntilKilled(folder, kill * 1_000_000 + 1, 20 + 15 * kill)));
      const objects = await openFileObjectStore({ folder });
      expect(await readdir(join(folder, 'aside'))).toEqual([]);
      const there = new Set<number>();
      for await (const { key } of objects.list('')) {
        const number = Number(key.split('/').at(-1));
        const bytes = await objects.get(key);
        expect(bytes.equals(Buffer.alloc(200_000, `${number} `))).toBe(true);
        there.add(number);
      }
      expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 20);
  });
});

/** Runs a writer and kills it once this many of its puts are acknowledged. Returns all that were. */
async function writeUntilKilled(folder: string, first: number, count: number): Promise<number[]> {
  const script = join(__dirname, '..', 'testing', 'write-until-killed.cjs');
  const writer = spawn(process.execPath, [script, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) writer.kill('SIGKILL');
  }
  expect(writer.killed).toBe(true);
  return acknowledged;
}
