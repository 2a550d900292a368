import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Page, PageRequest } from '@kindred/domain';
import { BATCH } from './batches';

/** Every item of a paged list, page by page, with a turn of the event loop before each, so that others get theirs. */
export async function* pagesOf<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
  for (let after: string | null = null; ;) {
    await nextTurn();
    const page: Page<T> = await read({ limit: BATCH, after });
    yield page.items;
    if (page.next === null) return;
    after = page.next;
  }
}
