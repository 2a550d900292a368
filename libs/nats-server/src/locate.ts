import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Older servers lack consumers with several filter subjects. */
export const OLDEST_VERSION = '2.10.0';

/** The file name of the program. */
export const BINARY = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

/** A nats-server that was looked at, and why it cannot be used, if so. */
export interface Candidate {
  readonly path: string;
  readonly version: string | null;
  readonly refused: string | null;
}

export interface Located {
  /** The first that can be used. */
  readonly found: Candidate | null;
  readonly looked: readonly Candidate[];
}

/** Looks for a nats-server: at `explicit`, on `PATH`, then in Kindred's own tools folder. */
export async function locateNatsServer(options: {
  readonly explicit?: string;
  readonly toolsFolder: string;
  readonly searchPath?: string;
}): Promise<Located> {
  const folders = [
    ...(options.searchPath ?? process.env['PATH'] ?? '').split(delimiter),
    options.toolsFolder,
  ];
  const paths = [
    ...(options.explicit === undefined ? [] : [options.explicit]),
    ...folders.filter((folder) => folder !== '').map((folder) => join(folder, BINARY)),
  ];
  const looked: Candidate[] = [];
  for (const path of paths) {
    if (path !== options.explicit && !(await isExecutable(path))) continue;
    const candidate = await inspect(path);
    looked.push(candidate);
    if (candidate.refused === null) return { found: candidate, looked };
  }
  return { found: null, looked };
}

/** Asks a binary for its version. */
export async function inspect(path: string): Promise<Candidate> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000 });
    const version = /v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null;
    if (version === null) return { path, version, refused: 'it does not say its version' };
    return { path, version, refused: isOlder(version) ? `${version} is older than ${OLDEST_VERSION}` : null };
  } catch (error) {
    return { path, version: null, refused: `it cannot be run (${(error as Error).message.split('\n')[0]})` };
  }
}

function isOlder(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_VERSION.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
