import type { Job } from '@kindred/domain';

/** The folders of photos that an installation reads. */
export interface LibraryFolders {
  /** Folders may be added that are one of these or inside one; none where folders are not read. */
  readonly roots: readonly string[];
  list(): Promise<readonly string[]>;
  /**
   * Keeps the folder in the list and begins to read it; answers the job that does.
   * @throws KindredError `FOLDER_UNREADABLE` when it is not there or outside of all roots.
   */
  add(path: string, keeping: 'reference' | 'copy'): Promise<Job>;
}
