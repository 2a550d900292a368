import type { Page } from '@kindred/domain';

/** The pages of a list, one after the other. */
export async function* eachPage<T>(
  read: (after: string | null) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
  let after: string | null = null;
  do {
    const page: Page<T> = await read(after);
    yield page.items;
    after = page.next;
  } while (after !== null);
}
