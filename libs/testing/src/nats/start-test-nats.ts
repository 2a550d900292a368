import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateNatsServer, NatsServerSupervisor, obtainNatsServer } from '@kindred/nats-server';

/** A private NATS server of one test. */
export interface TestNats {
  readonly url: string;
  readonly token: string;
  /** Ends the server as a crash would; it starts again by itself, on the same port and with what it had stored. */
  kill(): void;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a NATS server with JetStream and empty streams; the program is obtained when this computer has none. */
export async function startTestNats(): Promise<TestNats> {
  const binary = await natsServerForTests();
  const folder = await mkdtemp(join(tmpdir(), 'kindred-nats-'));
  const server = await NatsServerSupervisor.start({ binary, folder });
  return {
    url: server.url,
    token: server.address.token,
    kill: () => {
      if (server.pid !== null) process.kill(server.pid, 'SIGKILL');
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Path of a nats-server that can be used, from where Kindred itself keeps or would keep one. */
export async function natsServerForTests(): Promise<string> {
  const toolsFolder = join(cacheFolder(), 'tools');
  const explicit = process.env['KINDRED_NATS_SERVER'];
  const { found } = await locateNatsServer({ toolsFolder, explicit });
  return found?.path ?? obtainNatsServer({ toolsFolder });
}

function cacheFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Kindred');
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Kindred', 'Cache');
  }
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'kindred');
}
