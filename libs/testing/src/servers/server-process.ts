import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProgram {
  /** Of the folder, the log and messages. */
  readonly name: string;
  readonly path: string;
  readonly argumentsIn: (folder: string) => readonly string[];
  /** Anything thrown means not yet. */
  readonly answers: () => Promise<boolean>;
}

const START_TIMEOUT = 90_000;
const LAST_LINES = 15;

/** A server in a process and an empty folder of its own, which tests may kill and start again. */
export class ServerProcess {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly program: ServerProgram,
    private readonly folder: string,
  ) {}

  /** Resolves once the server answers; throws with the end of its log when it ends before or takes too long. */
  static async start(program: ServerProgram): Promise<ServerProcess> {
    const server = new ServerProcess(program, await mkdtemp(join(tmpdir(), `kindred-${program.name}-`)));
    try {
      await server.launch();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Starts the server again in the same folder. */
  async launch(): Promise<void> {
    const child = spawn(this.program.path, this.program.argumentsIn(this.folder), {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const log = createWriteStream(this.logFile(), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    // A worker of the test runner that gives up must not leave it running.
    const reap = () => child.kill('SIGKILL');
    process.once('exit', reap);
    child.once('exit', () => process.off('exit', reap));
    let end: string | null = null;
    child.once('error', (error) => (end = error.message));
    child.once('exit', (status, signal) => (end = `it ended with ${signal ?? `status ${status}`}`));
    for (const deadline = Date.now() + START_TIMEOUT; ; await sleep(50)) {
      if (end !== null) throw await this.couldNotStart(end);
      if (await this.program.answers().catch(() => false)) return;
      if (Date.now() > deadline) throw await this.couldNotStart('it does not answer');
    }
  }

  /** As a crash would; resolves once the process is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Nobody needs what a test stored, so that there is nothing to end gently. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private logFile(): string {
    return join(this.folder, `${this.program.name}.log`);
  }

  private async couldNotStart(reason: string): Promise<Error> {
    const log = await readFile(this.logFile(), 'utf8').catch(() => '');
    const last = log.trim().split('\n').slice(-LAST_LINES).join('\n');
    return new Error(`${this.program.name} did not start: ${reason}.\n${last}`);
  }
}
