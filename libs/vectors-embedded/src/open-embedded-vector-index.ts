import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { KindredError, toKindredError, type VectorIndex } from '@kindred/domain';
import { EmbeddedVectorIndex } from './embedded-vector-index';

export interface EmbeddedVectorIndexOptions {
  /** Created when missing. It belongs to one open index at a time. */
  readonly folder: string;
  /** Processors that one search may use. Default: all. */
  readonly searchThreads?: number;
  /**
   * Faces of a pack up to which every search compares all of them. Beyond, those in the nearest of many lists are
   * compared, once the lists are made. Default 100 000.
   */
  readonly exactUpTo?: number;
}

const EXACT_UP_TO = 100_000;

/**
 * Opens the vector index of one library: vectors in SQLite, searched in memory by a thread of its own, which needs four
 * bytes of memory for each number of each vector. It is open before the vectors are in memory; searches wait for that,
 * other calls do not need it. A search of many queries sees writes that are made meanwhile from some of its queries on.
 * Similarities are exact; of very many faces, a search may miss some of those that are not very similar.
 * @throws KindredError `STORE_UNAVAILABLE` when the folder or its file cannot be written, is in use by another
 * process, is damaged or was written by a newer Kindred; `DISK_FULL`.
 */
export async function openEmbeddedVectorIndex({
  folder,
  searchThreads = availableParallelism(),
  exactUpTo = EXACT_UP_TO,
}: EmbeddedVectorIndexOptions): Promise<VectorIndex> {
  await createFolder(folder);
  return EmbeddedVectorIndex.open({ file: join(folder, 'vectors.db'), searchThreads, exactUpTo });
}

async function createFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const failure = toKindredError(error, 'STORE_UNAVAILABLE');
    if (failure.code === 'DISK_FULL') throw failure;
    throw new KindredError(
      'STORE_UNAVAILABLE',
      `The folder ${folder} cannot be created: ${failure.message}`,
      {
        cause: error,
        hint: 'Check that its parent exists and that this user may write to it.',
      },
    );
  }
}
