import type { Page, PageRequest } from '@kindred/domain';
import { readAll } from './read-all';

/** One list of a store, as the tests of paging see it. */
export interface PagedList {
  /** Stores the item with this number; the list answers it. */
  add(number: number): Promise<void>;
  /** Takes the item with this number out of the list, where that is possible. */
  remove?(number: number): Promise<void>;
  /** One page, with whatever tells an item from the others. */
  read(page: PageRequest): Promise<Page<string>>;
  /** A cursor that a list of another order gave. */
  foreignCursor(): Promise<string>;
}

/** What `Page` and `PageRequest` promise, for one list. */
export function describePaging(name: string, list: PagedList): void {
  const addAll = async (first: number, count: number) => {
    await Promise.all(Array.from({ length: count }, (_, index) => list.add(first + index)));
  };

  describe(`pages of ${name}`, () => {
    it('are empty while there is nothing', async () => {
      expect(await list.read({ limit: 10 })).toEqual({ items: [], next: null, cursors: [] });
    });

    it.each([1, 2, 3, 7, 8, 1000])('of %p show every item once, in the same order', async (limit) => {
      await addAll(0, 7);
      const whole = await list.read({ limit: 1000 });
      expect(new Set(whole.items).size).toBe(7);
      expect(await readAll(list.read, limit)).toEqual(whole.items);
    });

    it('say that nothing follows exactly when nothing does', async () => {
      await addAll(0, 4);
      const first = await list.read({ limit: 2 });
      expect(first.next).not.toBeNull();
      expect(await list.read({ limit: 2, after: first.next })).toMatchObject({ next: null });
      expect(await list.read({ limit: 4 })).toMatchObject({ next: null });
    });

    it('give each item a cursor that the list goes on after', async () => {
      await addAll(0, 5);
      const { items, cursors } = await list.read({ limit: 5 });
      expect(cursors).toHaveLength(5);
      for (const [index, after] of cursors.entries()) {
        const rest = await list.read({ limit: 5, after });
        expect(rest.items).toEqual(items.slice(index + 1));
        expect(rest.next).toBeNull();
      }
    });

    it('start at the beginning without a cursor', async () => {
      await addAll(0, 3);
      const page = await list.read({ limit: 3 });
      expect(await list.read({ limit: 3, after: null })).toEqual(page);
      expect(await list.read({ limit: 3, after: undefined })).toEqual(page);
    });

    it('show what was there all the time exactly once, in its order, while more is added', async () => {
      await addAll(0, 12);
      const before = (await list.read({ limit: 1000 })).items;
      const seen: string[] = [];
      let added = 100;
      let after: string | null = null;
      do {
        const page: Page<string> = await list.read({ limit: 2, after });
        seen.push(...page.items);
        after = page.next;
        if (added < 130) await addAll(added, 3);
        added += 3;
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((item) => before.includes(item))).toEqual(before);
    });

    const { remove } = list;
    if (remove !== undefined) {
      it('go on from where an item was that is gone', async () => {
        await addAll(0, 6);
        const { items, cursors } = await list.read({ limit: 6 });
        await remove(3);
        const left = (await list.read({ limit: 6 })).items;
        const gone = items.findIndex((item) => !left.includes(item));
        const rest = await list.read({ limit: 6, after: cursors[gone] });
        expect(rest.items).toEqual(left.slice(gone));
      });
    }

    it('refuse a limit that is not a whole number from 1 to 1000', async () => {
      for (const limit of [0, -1, 1.5, NaN, Infinity, 1001]) {
        await expect(list.read({ limit })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
      }
    });

    it('refuse what is no cursor, and say what to do', async () => {
      await addAll(0, 2);
      const malformed = [
        '',
        'x',
        'null',
        '{}',
        'W10',
        'bm90aGluZw',
        '%%%',
        '🙂',
        '["a",1]',
        'a'.repeat(10_000),
      ];
      for (const after of malformed) {
        await expect(list.read({ limit: 1, after })).rejects.toMatchObject({
          code: 'ARGUMENT_INVALID',
          hint: expect.any(String),
        });
      }
    });

    it('refuse a cursor that was cut off', async () => {
      await addAll(0, 2);
      const { cursors } = await list.read({ limit: 1 });
      const after = cursors[0]!.slice(0, -8);
      await expect(list.read({ limit: 1, after })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });

    it('refuse the cursor of another list', async () => {
      await addAll(0, 2);
      const after = await list.foreignCursor();
      await expect(list.read({ limit: 1, after })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    });
  });
}
