import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '..', 'bin', 'kindred.cjs');

/** What a finished command left behind. */
export interface Finished {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** One running command line. */
export class KindredProcess {
  private output = '';
  private errors = '';
  readonly finished: Promise<Finished>;

  constructor(
    private readonly child: ChildProcess,
    private readonly data: string,
  ) {
    child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.finished = new Promise((resolve) => {
      child.once('close', (status, signal) =>
        resolve({ status, signal, output: this.output, errors: this.errors }),
      );
    });
  }

  static start(args: readonly string[], data: string): KindredProcess {
    const child = spawn(process.execPath, [PROGRAM, ...args, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new KindredProcess(child, data);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves once it has said something on its error stream. */
  async says(text: string): Promise<void> {
    while (!this.errors.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`kindred ended early: ${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Address of the dashboard, once it listens. */
  async url(): Promise<string> {
    const giveUpAt = Date.now() + 120_000;
    while (Date.now() < giveUpAt) {
      if (this.child.exitCode !== null) throw new Error(`kindred ended early: ${this.errors}`);
      const text = await readFile(join(this.data, 'kindred.lock'), 'utf8').catch(() => '{}');
      const owner = JSON.parse(text || '{}') as { pid?: number; url?: string | null };
      if (owner.pid === this.child.pid && typeof owner.url === 'string') return owner.url;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`kindred did not start: ${this.errors}`);
  }
}

/** Runs a command to its end. */
export function kindred(args: readonly string[], data: string): Promise<Finished> {
  return KindredProcess.start(args, data).finished;
}

/** The JSON object that a command printed as its last line. */
export function lastJson<T>({ output, errors, status }: Finished): T {
  if (status !== 0) throw new Error(`kindred ended with ${status}: ${errors}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1)!) as T;
}

/** A folder that is gone when the tests are over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kindred-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
