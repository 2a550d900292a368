import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@kindred/domain';
import type { LibraryStores, Opened } from '@kindred/testing';
import { openSqliteStores } from '../open-sqlite-stores';

/** The stores of an empty library, in a file that is removed when they are closed. */
export async function openInAFolder(clock?: Clock, readingStep?: number): Promise<Opened<LibraryStores>> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-stores-'));
  const port = openSqliteStores({ file: join(folder, 'library.db'), clock, readingStep });
  return {
    port,
    close: async () => {
      await port.close();
      await rm(folder, { recursive: true });
    },
  };
}
