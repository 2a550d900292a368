import { setImmediate as nextTurn } from 'node:timers/promises';

/** Faces that are read, compared or written together. */
export const BATCH = 1000;

/** Parts of at most `size` items, with a turn of the event loop before each, so that others get theirs. */
export async function* inBatches<T>(items: readonly T[], size = BATCH): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    await nextTurn();
    yield items.slice(start, start + size);
  }
}
