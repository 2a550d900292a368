import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { KindredError } from '@kindred/domain';
import { z } from 'zod';
import { replaceFile, writePrivately } from './replace-file';

/** The process that uses a data folder. */
export interface Owner {
  readonly pid: number;
  /** When the process began, as its system counts; tells it from a later process with the same id. */
  readonly begun: string | null;
  /** Where its dashboard is; null until it listens. */
  readonly url: string | null;
}

const ownerFile = z.object({
  pid: z.int().positive(),
  begun: z.string().nullable(),
  url: z.string().nullable(),
});

/** Milliseconds between two looks at a lock that somebody else is taking over. */
const PAUSE = 20;

/** Keeps a data folder to one process. A lock that a killed process left is taken over. */
export class DataFolderLock {
  private constructor(
    private readonly path: string,
    private readonly own: Owner,
  ) {}

  /** @throws KindredError `DATA_FOLDER_IN_USE`. */
  static async take(path: string): Promise<DataFolderLock> {
    const own: Owner = { pid: process.pid, begun: begunAt(process.pid), url: null };
    for (;;) {
      const attempt = await tryToTake(path, own);
      if (attempt === 'taken') return new DataFolderLock(path, own);
      if (attempt !== 'busy') throw inUse(attempt);
      await sleep(PAUSE);
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
  const text = await contentOf(path);
  return text === null ? null : liveOwnerIn(text);
}

/**
 * One attempt: done, in use by somebody, or to be tried again. A lock that a dead process left is replaced by whoever
 * has the lock to replace this very one, so that nobody replaces what somebody else has just put in its place.
 */
async function tryToTake(path: string, own: Owner): Promise<'taken' | 'busy' | Owner> {
  const prepared = `${path}.${process.pid}`;
  await writePrivately(prepared, JSON.stringify(own));
  try {
    // A link appears with its content or not at all, and fails when there is one: an empty lock is never seen.
    if (await linked(prepared, path)) return 'taken';
    const found = await contentOf(path);
    if (found === null) return 'busy';
    const owner = liveOwnerIn(found);
    if (owner !== null) return owner;
    const inheritance = `${path}.${digest(found)}`;
    if ((await tryToTake(inheritance, own)) !== 'taken') return 'busy';
    try {
      if ((await contentOf(path)) !== found) return 'busy';
      await rename(prepared, path);
      return 'taken';
    } finally {
      await rm(inheritance, { force: true });
    }
  } finally {
    await rm(prepared, { force: true });
  }
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

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A damaged lock is nobody's: it is never written in parts, so no process that lives has written it. */
function liveOwnerIn(text: string): Owner | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  const owner = ownerFile.safeParse(content).data;
  return owner !== undefined && isAlive(owner.pid) && begunAt(owner.pid) === owner.begun ? owner : null;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

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
