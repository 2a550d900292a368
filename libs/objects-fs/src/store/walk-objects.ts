import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isObjectKey, type ObjectHead } from '@kindred/domain';

/**
 * Every object below `root` whose key starts with `prefix`, in key order; objects that vanish meanwhile are left out.
 * Only the folder that the prefix names is read.
 */
export function walkObjectsBelow(root: string, prefix: string): AsyncGenerator<ObjectHead> {
  const named = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const isFolder = isObjectKey(named.slice(0, -1));
  return isFolder ? walkObjects(join(root, named), prefix, named) : walkObjects(root, prefix, '');
}

async function* walkObjects(folder: string, prefix: string, keyOfFolder: string): AsyncGenerator<ObjectHead> {
  for (const entry of await entriesInKeyOrder(folder)) {
    const path = join(folder, entry.name);
    const key = keyOfFolder + entry.name;
    if (entry.isDirectory()) {
      const below = `${key}/`;
      if (below.startsWith(prefix) || prefix.startsWith(below)) yield* walkObjects(path, prefix, below);
    } else if (entry.isFile() && key.startsWith(prefix)) {
      const found = await stat(path).catch(() => null);
      if (found !== null) yield { key, byteLength: found.size, modifiedAt: found.mtime.toISOString() };
    }
  }
}

async function entriesInKeyOrder(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  // A folder's objects sort by its name with the separator, which lies between "." and the digits.
  const sortKey = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);
  return entries.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}
