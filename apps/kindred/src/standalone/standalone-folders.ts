import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { type Job, KindredError } from '@kindred/domain';
import type { LibraryFolders } from '@kindred/gateway';
import type { IngestFolders, Keeping } from '@kindred/ingest';
import type { Logger } from '@kindred/platform';
import type { FolderList } from '../data-folder/folder-list';

export interface StandaloneFoldersOptions {
  readonly list: FolderList;
  readonly roots: readonly string[];
  readonly logger: Logger;
  /** Asked for when the first folder is added. */
  readonly ingest: () => IngestFolders;
}

/** The folders of photos of this computer; those that are added while Kindred runs are read at once. */
export class StandaloneFolders implements LibraryFolders {
  private readonly stopping = new AbortController();
  private readonly reading = new Set<Promise<unknown>>();

  constructor(private readonly options: StandaloneFoldersOptions) {}

  get roots(): readonly string[] {
    return this.options.roots;
  }

  async list(): Promise<readonly string[]> {
    return (await this.options.list.read()).map(({ path }) => path);
  }

  async add(path: string, keeping: Keeping): Promise<Job> {
    const folder = await allowedFolder(path, this.roots);
    await this.options.list.remember([{ path: folder, keeping }]);
    const { job, finished } = await this.options.ingest().start([folder], keeping, this.stopping.signal);
    const reading = finished
      .catch((error: unknown) => this.options.logger.error({ job: job.id, err: error }, 'folder.failed'))
      .finally(() => this.reading.delete(reading));
    this.reading.add(reading);
    return job;
  }

  /** Stops reading; the next start goes on. */
  async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.reading);
  }
}

/** The folder as it really is, links followed: nothing leads out of the roots. */
async function allowedFolder(path: string, roots: readonly string[]): Promise<string> {
  const real = await realpath(path).catch(() => null);
  const isFolder = real !== null && (await stat(real).catch(() => null))?.isDirectory() === true;
  const realRoots = await Promise.all(roots.map((root) => realpath(root).catch(() => root)));
  const isBelow = (root: string) => real === root || real!.startsWith(root.endsWith(sep) ? root : root + sep);
  // Whether something is outside of the roots is nobody's business here.
  if (isFolder && realRoots.some(isBelow)) return real;
  throw new KindredError('FOLDER_UNREADABLE', `${path} is no folder in ${roots.join(' or ')}.`, {
    hint: 'Check the path, or allow more folders with the setting folderRoots.',
  });
}
