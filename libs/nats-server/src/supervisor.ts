import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { KindredError } from '@kindred/domain';
import { type ServerAddress, settleAddress, writeConfiguration } from './server-configuration';

export interface SupervisorOptions {
  readonly binary: string;
  /** Kept private: JetStream's files, the configuration with its token, the log. */
  readonly folder: string;
  /** Told when the server died and is started again. */
  readonly onRestart?: (restarts: number) => void;
}

const START_TIMEOUT = 15_000;
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

  private constructor(
    private readonly options: SupervisorOptions,
    private readonly configuration: string,
    readonly address: ServerAddress,
  ) {}

  /** @throws KindredError `TOOL_UNAVAILABLE` when the server does not answer in time. */
  static async start(options: SupervisorOptions): Promise<NatsServerSupervisor> {
    await stopOrphan(options.folder);
    const address = await settleAddress(options.folder);
    const configuration = await writeConfiguration(options.folder, address);
    const supervisor = new NatsServerSupervisor(options, configuration, address);
    supervisor.launch();
    if (!(await answers(address.port, START_TIMEOUT))) {
      await supervisor.stop();
      throw new KindredError('TOOL_UNAVAILABLE', 'nats-server did not start.', {
        hint: `Look at ${join(options.folder, 'nats-server.log')}.`,
      });
    }
    return supervisor;
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
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
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
    child.once('error', () => void this.relaunch(startedAt));
    child.once('exit', () => void this.relaunch(startedAt));
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
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < STOP_TIMEOUT && isAlive(pid); waited += 50) await sleep(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** A process id may have been given to another program since: only one that names our configuration is ours. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return commandLine?.includes(join(folder, 'nats-server.conf')) ?? false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(port: number, timeout: number): Promise<boolean> {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(25)) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
      socket.setTimeout(1_000, () => (socket.destroy(), resolve(false)));
    });
    if (open) return true;
  }
  return false;
}
