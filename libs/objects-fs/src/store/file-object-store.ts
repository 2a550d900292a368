import { open, mkdir, readFile, rm, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  type ByteRange,
  KindredError,
  type ObjectHead,
  type ObjectStore,
  toKindredError,
} from '@kindred/domain';
import { Aside } from './aside';
import { writeDurably } from './durable-write';
import { objectPath } from './object-path';
import { walkObjectsBelow } from './walk-objects';

export interface FileObjectStoreOptions {
  /** Created when missing; holds `objects/`, which mirrors the keys, and `aside/` for unfinished writes. */
  readonly folder: string;
}

/**
 * Objects as plain files. Several processes may use the same folder.
 * @throws KindredError `DISK_FULL` or `STORE_UNAVAILABLE` when the folder cannot be made ready.
 */
export async function openFileObjectStore({ folder }: FileObjectStoreOptions): Promise<ObjectStore> {
  try {
    const root = join(folder, 'objects');
    await mkdir(root, { recursive: true });
    return new FileObjectStore(root, await Aside.open(join(folder, 'aside')));
  } catch (error) {
    throw toKindredError(error, 'STORE_UNAVAILABLE');
  }
}

class FileObjectStore implements ObjectStore {
  constructor(
    private readonly root: string,
    private readonly aside: Aside,
  ) {}

  async put(key: string, body: Uint8Array | Readable): Promise<ObjectHead> {
    const path = objectPath(this.root, key);
    return headOf(key, await writeDurably(this.aside.newPath(), path, body));
  }

  async get(key: string): Promise<Buffer> {
    const path = objectPath(this.root, key);
    return translated(key, () => readFile(path));
  }

  async stream(key: string, range?: ByteRange): Promise<Readable> {
    const path = objectPath(this.root, key);
    const file = await translated(key, () => open(path, 'r'));
    try {
      const found = await translated(key, () => file.stat());
      if (!found.isFile()) throw notFound(key);
      if (range !== undefined) refuseOutside(range, found.size, key);
      return file.createReadStream(range);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async head(key: string): Promise<ObjectHead | null> {
    const path = objectPath(this.root, key);
    try {
      const found = await translated(key, () => stat(path));
      return found.isFile() ? headOf(key, found) : null;
    } catch (error) {
      if (error instanceof KindredError && error.code === 'OBJECT_NOT_FOUND') return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const path = objectPath(this.root, key);
    // `recursive` stays off: a key that names a folder of other objects names no object.
    if ((await this.head(key)) !== null) await translated(key, () => rm(path, { force: true }));
  }

  async *list(prefix: string): AsyncGenerator<ObjectHead> {
    try {
      yield* walkObjectsBelow(this.root, prefix);
    } catch (error) {
      throw toKindredError(error, 'STORE_UNAVAILABLE');
    }
  }
}

function headOf(key: string, found: Stats): ObjectHead {
  return { key, byteLength: found.size, modifiedAt: found.mtime.toISOString() };
}

function refuseOutside({ start, end }: ByteRange, size: number, key: string): void {
  if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end && end < size)
    return;
  throw new KindredError(
    'ARGUMENT_INVALID',
    `Bytes ${start}-${end} are outside of ${key}, which has ${size} bytes.`,
  );
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

async function translated<T>(key: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) throw notFound(key, error);
    throw toKindredError(error, 'STORE_UNAVAILABLE');
  }
}

function notFound(key: string, cause?: unknown): KindredError {
  return new KindredError('OBJECT_NOT_FOUND', `There is no object ${key}.`, { cause });
}
