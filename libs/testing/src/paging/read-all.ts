import type { Page, PageRequest } from '@kindred/domain';

/** Every item of a list, read page by page. */
export async function readAll<T>(read: (page: PageRequest) => Promise<Page<T>>, limit = 1000): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await read({ limit, after });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

/** A page of the same items, each told by something of it. */
export function pageOf<T>(page: Page<T>, told: (item: T) => string): Page<string> {
  return { ...page, items: page.items.map(told) };
}
