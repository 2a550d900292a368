import { ApiError } from '../api/api-error';
import { type FetchPage, PagedList } from './paged-list';

/** A list at the gateway, whose cursors are positions; `calls` are the pages that were asked for. */
function gatewayList(entries: string[]) {
  const calls: [first: number, after: string | null][] = [];
  const fetchPage: FetchPage = async (first, after) => {
    calls.push([first, after]);
    const from = after === null ? 0 : Number(after);
    const ids = entries.slice(from, from + first);
    await Promise.resolve();
    return { ids, hasNextPage: from + ids.length < entries.length, endCursor: String(from + ids.length) };
  };
  return { calls, fetchPage, entries };
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `id ${index}`);

describe('a paged list', () => {
  it('reads nothing until somebody looks, and then no more than is looked at, in whole pages', async () => {
    const gateway = gatewayList(numbered(1000));
    const list = new PagedList(gateway.fetchPage, () => undefined, 200);
    expect(list.untouched).toBe(true);
    await list.loadUntil(10);
    expect(list.ids).toHaveLength(200);
    await list.loadUntil(150);
    expect(gateway.calls).toEqual([[200, null]]);
    await list.loadUntil(350);
    expect(list.ids).toEqual(numbered(400));
    expect(list.complete).toBe(false);
  });

  it('reads everything in large pages when all is wanted', async () => {
    const gateway = gatewayList(numbered(1234));
    const list = new PagedList(gateway.fetchPage, () => undefined);
    expect(await list.loadAll()).toEqual(numbered(1234));
    expect(list.complete).toBe(true);
    expect(gateway.calls.map(([first]) => first)).toEqual([500, 500, 500]);
  });

  it('swaps in what is there now in one step when it is refreshed', async () => {
    const gateway = gatewayList(numbered(300));
    const seen: number[] = [];
    const list = new PagedList(gateway.fetchPage, () => seen.push(list.ids.length), 100);
    await list.loadUntil(300);
    gateway.entries.splice(0, 250);
    seen.length = 0;
    await list.refresh();
    expect(list.ids).toEqual(numbered(300).slice(250));
    expect(new Set(seen)).toEqual(new Set([50]));
  });

  it('reads once more when a change is heard of while it reads', async () => {
    const gateway = gatewayList(numbered(3));
    const list = new PagedList(gateway.fetchPage, () => undefined);
    await list.loadUntil(1);
    const reading = list.refresh();
    await Promise.resolve();
    await Promise.resolve();
    gateway.entries.push('late');
    void list.refresh();
    await reading;
    expect(list.ids).toEqual([...numbered(3), 'late']);
  });

  it('is expired, without reading, until somebody looks again', async () => {
    const gateway = gatewayList(numbered(3));
    const list = new PagedList(gateway.fetchPage, () => undefined);
    await list.loadUntil(1);
    list.expire();
    expect(list.expired).toBe(true);
    expect(gateway.calls).toHaveLength(1);
    await list.loadUntil(1);
    expect(list.expired).toBe(false);
    expect(gateway.calls).toHaveLength(2);
  });

  it('names an entry once that moved between two pages', async () => {
    const pages = [
      { ids: ['a', 'b'], hasNextPage: true, endCursor: '1' },
      { ids: ['b', 'c'], hasNextPage: false, endCursor: '2' },
    ];
    const list = new PagedList(async () => pages.shift()!, () => undefined, 2);
    expect(await list.loadAll()).toEqual(['a', 'b', 'c']);
  });

  it('keeps what it has when a page cannot be read, and asks again only when told to', async () => {
    const gateway = gatewayList(numbered(400));
    let broken = false;
    let asked = 0;
    const list = new PagedList(
      (first, after) => {
        asked += 1;
        return broken ? Promise.reject(new ApiError('UNREACHABLE', 'No answer.')) : gateway.fetchPage(first, after);
      },
      () => undefined,
      200,
    );
    await list.loadUntil(200);
    broken = true;
    await list.loadUntil(400);
    expect(list.error?.code).toBe('UNREACHABLE');
    expect(list.ids).toHaveLength(200);
    await list.loadUntil(400);
    expect(asked).toBe(2);
    await expect(list.loadAll()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    broken = false;
    await list.retry();
    expect(list.error).toBeNull();
    expect(await list.loadAll()).toHaveLength(400);
  });
});
