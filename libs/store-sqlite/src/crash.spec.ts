import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaceId, PhotoId } from '@kindred/domain';
import { openSqliteStores, type SqliteStores } from './open-sqlite-stores';
import { recount } from './testing/recount';

const KILLS = 4;
/** Decisions that are too many to be written in one go. */
const BATCH = 1500;

jest.setTimeout(120_000);

describe('after the process is killed in the middle of its writes', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-stores-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('every acknowledged write is there, and every count is right, again and again', async () => {
    const file = join(folder, 'library.db');
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await writeUntilKilled(file, kill * 1_000_000 + 1, 50 + 80 * kill)));
      const stores = openSqliteStores({ file });
      expect(await missing(stores, acknowledged)).toEqual([]);
      await recount(stores);
      await stores.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 50);
  });

  it('all of a large batch of decisions was said, or nothing of it, and what is left of it can be given up', async () => {
    const file = join(folder, 'library.db');
    let cutOff = 0;
    for (let kill = 0; kill < 2 * KILLS; kill++) {
      const acknowledged = await appendUntilKilled(file, 1000 * kill, 12 + 5 * kill);
      const { labels, close } = openSqliteStores({ file });
      const batches = async () => {
        const sizes = new Map<string | undefined, number>();
        for (const { action } of await labels.after(0, 1_000_000))
          sizes.set(action, (sizes.get(action) ?? 0) + 1);
        return sizes;
      };
      const places = await labels.reserved();
      const before = await batches();
      cutOff += places.length;
      for (const place of places) await labels.discard(place);
      expect(await labels.reserved()).toEqual([]);
      expect(await batches()).toEqual(before);
      expect(new Set(before.values())).toEqual(new Set(before.size === 0 ? [] : [BATCH]));
      for (const batch of acknowledged) expect(before.has(`action ${batch}`)).toBe(true);
      await close();
    }
    expect(cutOff).toBeGreaterThan(0);
  });
});

/** Runs a writer of large batches and kills it after so many turns of its event loop; those that were acknowledged. */
async function appendUntilKilled(file: string, first: number, turns: number): Promise<readonly number[]> {
  const script = join(__dirname, 'testing', 'append-until-killed.cjs');
  const writer = spawn(process.execPath, [script, file, String(first), String(BATCH)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  let turn = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line === '.') turn += 1;
    else acknowledged.push(Number(line));
    if (turn === turns) writer.kill('SIGKILL');
  }
  expect(writer.killed).toBe(true);
  return acknowledged;
}

const photoNumber = (number: number) => createHash('sha256').update(String(number)).digest('hex') as PhotoId;
const faceNumber = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as FaceId;

/** Those of these numbers of which anything is not there. */
async function missing(
  { photos, faces, labels }: SqliteStores,
  numbers: readonly number[],
): Promise<number[]> {
  const photosThere = new Set((await photos.getMany(numbers.map(photoNumber))).map(({ id }) => id));
  const facesThere = new Set((await faces.getMany(numbers.map(faceNumber))).map(({ id }) => id));
  const saidThere = await labels.ofFaces(numbers.map(faceNumber));
  return numbers.filter(
    (number) =>
      !photosThere.has(photoNumber(number)) ||
      !facesThere.has(faceNumber(number)) ||
      !saidThere.has(faceNumber(number)),
  );
}

/** Runs a writer and kills it once this many of its writes are acknowledged. Returns all that were. */
async function writeUntilKilled(file: string, first: number, count: number): Promise<number[]> {
  const script = join(__dirname, 'testing', 'write-until-killed.cjs');
  const writer = spawn(process.execPath, [script, file, String(first)], {
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
