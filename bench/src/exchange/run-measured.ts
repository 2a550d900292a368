import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PROGRAM } from '../running/running-kindred';

/** What a command of Kindred took, in a process of its own. */
export interface Run {
  readonly seconds: number;
  /** The most memory that it held, in bytes; as the kernel of Linux counts it. */
  readonly peakBytes: number;
  /** The last line that it printed. */
  readonly said: string;
}

const LOOK_EVERY_MS = 100;

/** @throws Error with what the command said, when it fails. */
export async function runMeasured(words: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let peakBytes = 0;
  const looking = setInterval(() => {
    void peakOf(child.pid!).then((bytes) => (peakBytes = Math.max(peakBytes, bytes)));
  }, LOOK_EVERY_MS);
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-100_000)));
  child.stderr.on('data', (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-10_000)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(looking);
  if (code !== 0) throw new Error(`kindred ${words.join(' ')} failed: ${complained}`);
  const said = printed.trimEnd().split('\n').at(-1) ?? '';
  return { seconds: (performance.now() - begun) / 1000, peakBytes, said };
}

/** Zero once the process is gone. */
async function peakOf(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
}
