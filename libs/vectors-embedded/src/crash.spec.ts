import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaceId, PackName } from '@kindred/domain';
import { openEmbeddedVectorIndex } from './open-embedded-vector-index';

const PACK = 'small' as PackName;
const KILLS = 5;

jest.setTimeout(60_000);

describe('after the process is killed in the middle of its writes', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('every acknowledged write is there, again and again', async () => {
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await writeUntilKilled(folder, kill * 1_000_000 + 1, 100 + 150 * kill)));
      const index = await openEmbeddedVectorIndex({ folder });
      const stored = await index.get(PACK, acknowledged.map(faceNumber));
      const wrong = acknowledged.filter((number) => !isRight(number, stored.get(faceNumber(number))));
      expect(wrong).toEqual([]);
      const last = acknowledged.filter((number) => number % 10 !== 0).at(-1)!;
      const [answer] = await index.neighbours(PACK, [vectorNumber(last)], {
        count: 1000,
        minimumSimilarity: 0.999999,
      });
      expect(answer!.map(({ face }) => face)).toContain(faceNumber(last));
      await index.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 100);
  });
});

function faceNumber(number: number): FaceId {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as FaceId;
}

function vectorNumber(number: number): Float32Array {
  return Float32Array.of(Math.cos(number), Math.sin(number));
}

function isRight(number: number, stored: Float32Array | undefined): boolean {
  if (number % 10 === 0) return stored === undefined;
  const wanted = vectorNumber(number);
  return stored?.[0] === wanted[0] && stored?.[1] === wanted[1];
}

/** Runs a writer and kills it once this many of its writes are acknowledged. Returns all that were. */
async function writeUntilKilled(folder: string, first: number, count: number): Promise<number[]> {
  const script = join(__dirname, 'testing', 'write-until-killed.cjs');
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
