import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { KindredError, type ObjectStore, type Originals, type Photo, toKindredError } from '@kindred/domain';

/** Hashing this much takes a few milliseconds, so that other work gets its turn between two blocks. */
const BLOCK = 4 * 1024 * 1024;
/** Far more than any photo; a file this large has taken a photo's place. */
const LARGEST = 2 ** 31 - 1;

/** Opening a pipe would otherwise last until somebody writes to it; Windows has neither. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads originals from where people keep them, or from the object store, and proves that they are unchanged. */
export class FileOriginals implements Originals {
  private readonly objects: Pick<ObjectStore, 'get'>;

  constructor({ objects }: { readonly objects: Pick<ObjectStore, 'get'> }) {
    this.objects = objects;
  }

  async read({ id, original }: Pick<Photo, 'id' | 'original'>): Promise<Buffer> {
    if (original.kind === 'file') {
      const { bytes, sha256 } = await readFileAt(original.path);
      if (sha256 !== id) throw changed(original.path);
      return bytes;
    }
    const bytes = await this.objects.get(original.key);
    if ((await sha256Of(bytes)) !== id) throw damaged(original.key);
    return bytes;
  }
}

async function readFileAt(path: string): Promise<{ bytes: Buffer; sha256: string }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, WITHOUT_WAITING);
    const found = await file.stat();
    if (!found.isFile() || found.size > LARGEST) throw changed(path);
    const bytes = await readUpTo(file, found.size);
    return { bytes, sha256: await sha256Of(bytes) };
  } catch (error) {
    throw describe(path, error);
  } finally {
    await file?.close();
  }
}

async function readUpTo(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, Math.min(BLOCK, size - length), length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

async function sha256Of(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.length; start += BLOCK) {
    if (start > 0) await new Promise(setImmediate);
    hash.update(bytes.subarray(start, start + BLOCK));
  }
  return hash.digest('hex');
}

function describe(path: string, error: unknown): KindredError {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new KindredError('FILE_VANISHED', `${path} is no longer there.`, {
        cause: error,
        hint: 'Put the file back, connect its drive, or ingest the folder it was moved to.',
      });
    case 'EISDIR':
      return changed(path);
    case 'EACCES':
    case 'EPERM':
      return new KindredError('FILE_UNREADABLE', `${path} may not be read by this user.`, {
        cause: error,
        hint: 'Give this user permission to read the file, then retry.',
      });
    default:
      return toKindredError(error, 'FILE_UNREADABLE');
  }
}

function changed(path: string): KindredError {
  return new KindredError(
    'FILE_CHANGED',
    `${path} is not the photo any more that it was when it was ingested.`,
    {
      hint: 'Ingest its folder again: the edited file becomes a photo of its own.',
    },
  );
}

function damaged(key: string): KindredError {
  return new KindredError('FILE_CHANGED', `The stored copy ${key} of a photo is damaged.`, {
    hint: 'Restore it from a backup, or ingest the photo again.',
  });
}
