import { mkdir } from 'node:fs/promises';
import { FileOriginals, openFileObjectStore } from '@kindred/objects-fs';
import type { Ports } from '@kindred/platform';
import { openSqliteStores } from '@kindred/store-sqlite';
import { openEmbeddedVectorIndex } from '@kindred/vectors-embedded';
import type { DataFolderLayout } from '../data-folder/layout';

export type StorePorts = Pick<
  Ports,
  | 'photos'
  | 'faces'
  | 'people'
  | 'labels'
  | 'jobs'
  | 'questions'
  | 'actions'
  | 'objects'
  | 'originals'
  | 'vectors'
>;

export interface OpenStores {
  readonly ports: StorePorts;
  close(): Promise<void>;
}

/** Opens everything that a data folder keeps. @throws KindredError `STORE_UNAVAILABLE` or `DISK_FULL`. */
export async function openStores(layout: DataFolderLayout): Promise<OpenStores> {
  await mkdir(layout.root, { recursive: true, mode: 0o700 });
  const { close, ...stores } = openSqliteStores({ file: layout.sqliteFile });
  try {
    const objects = await openFileObjectStore({ folder: layout.objects });
    const vectors = await openEmbeddedVectorIndex({ folder: layout.vectors });
    return {
      ports: { ...stores, objects, originals: new FileOriginals({ objects }), vectors },
      async close() {
        await vectors.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
