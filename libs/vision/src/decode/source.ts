import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { KindredError, toKindredError } from '@kindred/domain';

/** A photo to look at: the path of a file, or the file's bytes. */
export type PhotoSource = string | Uint8Array;

/** Its name in messages for people. */
export function nameOf(source: PhotoSource): string {
  return typeof source === 'string' ? `"${basename(source)}"` : 'The photo';
}

/**
 * The bytes of a photo.
 * @throws KindredError `FILE_VANISHED`, `FILE_UNREADABLE` or `FILE_EMPTY`.
 */
export async function readPhoto(source: PhotoSource): Promise<Uint8Array> {
  const bytes =
    typeof source === 'string' ? await readFile(source).catch((error) => refuse(source, error)) : source;
  if (bytes.length === 0) {
    throw new KindredError('FILE_EMPTY', `${nameOf(source)} is empty (0 bytes).`, {
      hint: 'Copy the photo again from where it came from.',
    });
  }
  return bytes;
}

function refuse(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    throw new KindredError('FILE_VANISHED', `${nameOf(path)} is no longer where it was found.`, {
      cause: error,
      hint: 'Put the file back, or scan its folder again.',
    });
  }
  const known = toKindredError(error, 'FILE_UNREADABLE');
  if (known.code !== 'FILE_UNREADABLE') throw known;
  throw new KindredError(
    'FILE_UNREADABLE',
    `${nameOf(path)} cannot be read (${error.code ?? error.message}).`,
    {
      cause: error,
      hint: 'Check that Kindred may read the file.',
    },
  );
}
