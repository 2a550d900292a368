import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Page, PageRequest } from './page';

const LARGEST_PAGE = 1000;

/** The items of a list, page by page, with a turn of the event loop before each, so that others get theirs. */
export async function* pagesOf<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  limit = LARGEST_PAGE,
): AsyncGenerator<readonly T[]> {
  for (let after: string | null = null; ;) {
    await nextTurn();
    const page: Page<T> = await read({ limit, after });
    yield page.items;
    if (page.next === null) return;
    after = page.next;
  }
}
