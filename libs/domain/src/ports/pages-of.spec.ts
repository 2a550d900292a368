import type { PageRequest } from './page';
import { pagesOf } from './pages-of';

describe('pagesOf', () => {
  /** A list of so many numbers; its cursors are their places. */
  const listOf =
    (count: number, asked: PageRequest[] = []) =>
    async (page: PageRequest) => {
      asked.push(page);
      const first = page.after ? Number(page.after) : 0;
      const items = Array.from({ length: Math.min(page.limit, count - first) }, (_, place) => first + place);
      const end = first + items.length;
      return {
        items,
        next: end < count ? String(end) : null,
        cursors: items.map((item) => String(item + 1)),
      };
    };
  const read = async (count: number, limit?: number, asked: PageRequest[] = []) => {
    const pages: (readonly number[])[] = [];
    for await (const page of pagesOf(listOf(count, asked), limit)) pages.push(page);
    return pages;
  };

  it('reads on after each page until there is nothing more', async () => {
    const asked: PageRequest[] = [];
    expect(await read(5, 2, asked)).toEqual([[0, 1], [2, 3], [4]]);
    expect(asked).toEqual([
      { limit: 2, after: null },
      { limit: 2, after: '2' },
      { limit: 2, after: '4' },
    ]);
  });

  it('asks for a thousand at once unless told otherwise, and is one empty page of an empty list', async () => {
    expect((await read(1001)).map((page) => page.length)).toEqual([1000, 1]);
    expect(await read(0)).toEqual([[]]);
  });

  it('lets others have their turn between pages', async () => {
    const others = new Promise((resolve) => setImmediate(resolve)).then(() => 'they had it');
    const pages = pagesOf(listOf(10), 1);
    await pages.next();
    await pages.next();
    expect(await Promise.race([others, Promise.resolve('they waited')])).toBe('they had it');
  });

  it('can be left half-way', async () => {
    const asked: PageRequest[] = [];
    for await (const page of pagesOf(listOf(10, asked), 3)) if (page.includes(0)) break;
    expect(asked).toHaveLength(1);
  });
});
