import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { KindredError } from '@kindred/domain';
import { replaceFile, writePrivately } from './replace-file';

/** The process that uses a data folder. */
export interface Owner {
  readonly pid: number;
  /** When the process began, as its system counts; tells it from a later process with the same id. */
  readonly begun: string | null;
  /** Where its dashboard is; null until it listens. */
  readonly url: string | null;
}

/** Keeps a data folder to one process. A lock that a killed process left is taken over. */
export class DataFolderLock {
  private constructor(
    private readonly path: string,
    private readonly own: Owner,
  ) {}

  /** @throws KindredError `DATA_FOLDER_IN_USE`. */
  static async take(path: string): Promise<DataFolderLock> {
    const own: Owner = { pid: process.pid, begun: begunAt(process.pid), url: null };
    const prepared = `${path}.${process.pid}`;
    await writePrivately(prepared, JSON.stringify(own));
    try {
      for (;;) {
        // A link appears with its content or not at all, and fails when there is one: an empty lock is never seen.
        if (await linked(prepared, path)) return new DataFolderLock(path, own);
        const owner = await ownerOf(path);
        if (owner !== null) throw inUse(owner);
        await removeStale(path);
      }
    } finally {
      await rm(prepared, { force: true });
    }
  }

  /** Lets other commands find the dashboard. */
  announce(url: string): Promise<void> {
    return replaceFile(this.path, JSON.stringify({ ...this.own, url }));
  }

  release(): Promise<void> {
    return rm(this.path, { force: true });
  }
}

/** The live process that has this lock; null when there is none. */
export async function ownerOf(path: string): Promise<Owner | null> {
  let owner: Owner;
  try {
    owner = JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
  return isAlive(owner.pid) && begunAt(owner.pid) === owner.begun ? owner : null;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved away first, so that of two processes that find the same stale lock only one removes it. */
async function removeStale(path: string): Promise<void> {
  const stale = `${path}.stale.${process.pid}`;
  try {
    await rename(path, stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await ownerOf(stale)) === null) await rm(stale, { force: true });
  else await link(stale, path).finally(() => rm(stale, { force: true }));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux counts it in ticks since boot, the 22nd field of `stat`; unknown elsewhere. */
function begunAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function inUse({ pid, url }: Owner): KindredError {
  const where = url === null ? '' : `, its dashboard is at ${url}`;
  return new KindredError(
    'DATA_FOLDER_IN_USE',
    `Kindred already runs on this data folder (process ${pid}${where}).`,
    {
      hint: 'Use that one, stop it, or choose another folder with --data.',
    },
  );
}
