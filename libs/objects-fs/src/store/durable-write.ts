import type { Stats } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { toKindredError } from '@kindred/domain';

/**
 * Writes `body` to `aside` and, once its bytes are on the disk, renames it to `target`. Readers of `target` see the
 * old bytes or the new ones; when anything fails, `aside` is removed and `target` is untouched. An error that the
 * body itself throws is passed on as it is. Returns what is known of the file that was written, whatever others do
 * with `target` meanwhile.
 */
export async function writeDurably(
  aside: string,
  target: string,
  body: Uint8Array | Readable,
): Promise<Stats> {
  try {
    let written: Stats;
    const file = await store(() => open(aside, 'wx'));
    try {
      await writeAll(file, body);
      await store(() => file.sync());
      written = await store(() => file.stat());
    } finally {
      await file.close();
    }
    await store(async () => {
      await mkdirDurably(dirname(target));
      await rename(aside, target);
      await syncFolder(dirname(target));
    });
    return written;
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeAll(file: FileHandle, body: Uint8Array | Readable): Promise<void> {
  if (body instanceof Uint8Array) return store(() => file.writeFile(body));
  for await (const chunk of body) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    await store(() => file.writeFile(bytes));
  }
}

/** Creates the folder and makes the names of new folders survive a power failure too. */
async function mkdirDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing and needs no such call.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function store<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw toKindredError(error, 'STORE_UNAVAILABLE');
  }
}
