import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Keeping } from '@kindred/ingest';
import { KindredError } from '@kindred/domain';
import { z } from 'zod';
import { replaceFile } from './replace-file';

/** A folder of photos that belongs to the library. */
export interface LibraryFolder {
  readonly path: string;
  readonly keeping: Keeping;
}

const folderList = z.array(z.object({ path: z.string().min(1), keeping: z.enum(['reference', 'copy']) }));

/** The folders that were ever given, so that `kindred up` alone reads them again. */
export class FolderList {
  constructor(private readonly file: string) {}

  /** @throws KindredError `CONFIGURATION_INVALID` when the file is damaged. */
  async read(): Promise<readonly LibraryFolder[]> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    try {
      return folderList.parse(JSON.parse(text));
    } catch (error) {
      throw new KindredError('CONFIGURATION_INVALID', `${this.file} is damaged.`, {
        cause: error,
        hint: 'Delete the file and name your folders again: kindred up FOLDER…',
      });
    }
  }

  /** Adds folders; one that is there already takes the new way of keeping originals. */
  async remember(folders: readonly LibraryFolder[]): Promise<void> {
    const all = new Map((await this.read()).map((folder) => [folder.path, folder]));
    for (const folder of folders) all.set(folder.path, folder);
    await replaceFile(this.file, JSON.stringify([...all.values()], null, 2));
  }
}

/** Absolute paths of folders that exist. @throws KindredError `FOLDER_UNREADABLE` that names the first that does not. */
export async function existingFolders(paths: readonly string[]): Promise<readonly string[]> {
  const absolute = [...new Set(paths.map((path) => resolve(path)))];
  for (const path of absolute) {
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory() === true) continue;
    throw new KindredError(
      'FOLDER_UNREADABLE',
      `${path} is ${facts === null ? 'not there' : 'not a folder'}.`,
      {
        hint: 'Check the path; name the folder that holds your photos.',
      },
    );
  }
  return absolute;
}
