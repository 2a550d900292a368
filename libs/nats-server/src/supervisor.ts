import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KindredError } from '@kindred/domain';
import { type ServerAddress, settleAddress, writeConfiguration } from './server-configuration';

const run = promisify(execFile);

export interface SupervisorOptions {
  readonly binary: string;
  /** Kept private: JetStream's files, the configuration with its token, the log. */
  readonly folder: string;
  /** Told when the server died and is started again. */
  readonly onRestart?: (restarts: number) => void;
}

const START_TIMEOUT = 15_000;
/** A server that ends this often before it ever answered will not start. */
const MOST_FAILED_STARTS = 3;
const STOP_TIMEOUT = 10_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
/** A server that ran this long has recovered: the next pause is short again. */
const RECOVERED_AFTER = 60_000;

/**
 * A nats-server with JetStream on a private port of this computer, started again with growing pauses when it dies,
 * on the same port, so that clients reconnect. One that an earlier, killed process left behind is stopped first.
 */
export class NatsServerSupervisor {
  private child: ChildProcess | null = null;
  private stopping = false;
  private restarts = 0;
  private pause = FIRST_PAUSE;

  /** How often the server ended, and how the last time. */
  private ends = 0;
  private lastEnd: string | null = null;

  private constructor(
    private readonly options: SupervisorOptions,
    private readonly configuration: string,
    readonly address: ServerAddress,
  ) {}

  /** @throws KindredError `TOOL_UNAVAILABLE` that says why the server does not start or does not answer in time. */
  static async start(options: SupervisorOptions): Promise<NatsServerSupervisor> {
    await stopOrphan(options.folder);
    const address = await settleAddress(options.folder);
    const configuration = await writeConfiguration(options.folder, address);
    const supervisor = new NatsServerSupervisor(options, configuration, address);
    supervisor.launch();
    if (await supervisor.hasStarted()) return supervisor;
    const { lastEnd } = supervisor;
    await supervisor.stop();
    throw await couldNotStart(options.folder, lastEnd);
  }

  /** Process id of the server that runs now; null while it is being started again. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.address.port}`;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
    await exited;
    clearTimeout(timer);
  }

  private launch(): void {
    const startedAt = Date.now();
    // Its own process group: Ctrl-C in the terminal must reach it only after its clients are done.
    const child = spawn(this.options.binary, ['-c', this.configuration], { stdio: 'ignore', detached: true });
    this.child = child;
    // A program that cannot be run has an error and no exit.
    const ended = (how: string) => {
      this.ends += 1;
      this.lastEnd = how;
      void this.relaunch(startedAt);
    };
    child.on('error', (error) => child.pid === undefined && ended(error.message));
    child.once('exit', (status, signal) =>
      ended(signal === null ? `it ended with status ${status}` : `${signal} ended it`),
    );
  }

  private async hasStarted(): Promise<boolean> {
    for (
      const end = Date.now() + START_TIMEOUT;
      Date.now() < end && this.ends < MOST_FAILED_STARTS;
      await sleep(25)
    ) {
      if (this.child !== null && (await answers(this.address.port))) return true;
    }
    return false;
  }

  private async relaunch(startedAt: number): Promise<void> {
    this.child = null;
    if (this.stopping) return;
    if (Date.now() - startedAt > RECOVERED_AFTER) this.pause = FIRST_PAUSE;
    await sleep(this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    if (this.stopping) return;
    this.restarts += 1;
    this.options.onRestart?.(this.restarts);
    this.launch();
  }
}

/** Stops the server that a killed process left running for this folder, if there is one. */
async function stopOrphan(folder: string): Promise<void> {
  const pid = Number(await readFile(join(folder, 'nats-server.pid'), 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0 || !(await isServerOf(folder, pid))) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalTo(pid, signal);
    for (let waited = 0; waited < STOP_TIMEOUT; waited += 50) {
      if (!(await isServerOf(folder, pid))) return;
      await sleep(50);
    }
  }
}

/** A process id may have been given to another program since: only one that names our configuration is ours. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await commandLineOf(pid);
  return commandLine?.includes(join(folder, 'nats-server.conf')) ?? false;
}

/** From the `/proc` of Linux, or from `ps` elsewhere; null when neither knows. */
export async function commandLineOf(pid: number, proc = '/proc'): Promise<string | null> {
  const inProc = await readFile(join(proc, String(pid), 'cmdline'), 'utf8').catch(() => null);
  if (inProc !== null) return inProc;
  return run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** It may have ended by itself meanwhile. */
function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
    socket.setTimeout(1_000, () => (socket.destroy(), resolve(false)));
  });
}

async function couldNotStart(folder: string, lastEnd: string | null): Promise<KindredError> {
  const log = join(folder, 'nats-server.log');
  const lines = lastEnd === null ? [] : (await readFile(log, 'utf8').catch(() => '')).split('\n');
  const complaint = lines.findLast((line) => line.includes('[FTL]'))?.replace(/^.*\[FTL\]\s*/, '');
  const reasons = [lastEnd ?? 'it does not answer', ...(complaint === undefined ? [] : [complaint])];
  return new KindredError('TOOL_UNAVAILABLE', `nats-server did not start: ${reasons.join('; ')}.`, {
    hint: `Look at ${log}, or run another one with KINDRED_NATS_SERVER.`,
  });
}
