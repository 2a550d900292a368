import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** How to reach the server of a data folder; kept there so that every command finds it. */
export interface ServerAddress {
  readonly port: number;
  readonly token: string;
}

const ADDRESS_FILE = 'address.json';
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The address of a data folder's server, chosen at the first start and kept, so that clients reconnect to it. */
export async function settleAddress(folder: string): Promise<ServerAddress> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  const known = await readAddress(folder);
  const token = known?.token ?? randomBytes(24).toString('hex');
  const port = known !== null && (await isFree(known.port)) ? known.port : await freePort();
  const address = { port, token };
  await writePrivately(join(folder, ADDRESS_FILE), JSON.stringify(address));
  return address;
}

/** Null when no server was ever started for this folder. */
export async function readAddress(folder: string): Promise<ServerAddress | null> {
  try {
    return JSON.parse(await readFile(join(folder, ADDRESS_FILE), 'utf8')) as ServerAddress;
  } catch {
    return null;
  }
}

/** Writes the server's configuration file and returns its path. */
export async function writeConfiguration(folder: string, { port, token }: ServerAddress): Promise<string> {
  const path = join(folder, 'nats-server.conf');
  const text = [
    `listen: "127.0.0.1:${port}"`,
    `authorization { token: ${JSON.stringify(token)} }`,
    `jetstream { store_dir: ${JSON.stringify(join(folder, 'jetstream'))} }`,
    'max_payload: 8MB',
    `pid_file: ${JSON.stringify(join(folder, 'nats-server.pid'))}`,
    `log_file: ${JSON.stringify(join(folder, 'nats-server.log'))}`,
    'logfile_size_limit: 10MB',
    'logfile_max_num: 2',
    '',
  ].join('\n');
  await writePrivately(path, text);
  return path;
}

async function writePrivately(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, text, { mode: PRIVATE_FILE });
  await chmod(aside, PRIVATE_FILE);
  await rename(aside, path);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
