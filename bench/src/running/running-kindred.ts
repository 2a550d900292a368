import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What users start. */
export const PROGRAM = resolve(__dirname, '../../../apps/kindred/bin/kindred.cjs');
const CACHE = resolve(__dirname, '../../../.cache');
const PATIENCE = 120_000;

/** The folder of an invented library of so many faces; made when there is none yet, which takes minutes. */
export function inventedLibrary(faces: number): string {
  const folder = join(CACHE, `invented-${faces}`);
  if (!existsSync(join(folder, 'library.sqlite'))) {
    execFileSync(process.execPath, [PROGRAM, 'dev', 'seed', '--faces', String(faces), '--data', folder], {
      stdio: 'inherit',
    });
  }
  return folder;
}

/** Kindred in a process of its own, as its users run it. */
export class RunningKindred {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(data: string): Promise<RunningKindred> {
    const child = spawn(process.execPath, [PROGRAM, 'up', '--data', data, '--port', '0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (const begun = Date.now(); Date.now() - begun < PATIENCE; await sleep(100)) {
      const url = /ready: (http\S+)/.exec(said)?.[1];
      if (url !== undefined) return new RunningKindred(child, url);
      if (child.exitCode !== null) break;
    }
    child.kill();
    throw new Error(`Kindred did not start: ${said}`);
  }

  /** @throws Error with what the API said. */
  async ask<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGINT');
    if (this.child.exitCode === null) await new Promise((done) => this.child.once('exit', done));
  }
}
