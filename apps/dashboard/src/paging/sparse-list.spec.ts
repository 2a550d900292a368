import { ApiError } from '../api/api-error';
import { type ListSource, SparseList } from './sparse-list';

/** A list at the gateway whose cursors are positions, with a landmark each 10 000 entries. */
class GatewayList implements ListSource {
  readonly pages: [from: number, first: number][] = [];
  measurements = 0;
  broken = false;

  constructor(public ids: string[]) {}

  async page({ after, skip }: { after: string | null; skip: number }, first: number) {
    await Promise.resolve();
    if (this.broken) throw new ApiError('UNREACHABLE', 'No answer.');
    if (skip > 10_000) throw new ApiError('ARGUMENT_INVALID', 'Too far.');
    const from = Number(after ?? 0) + skip;
    this.pages.push([from, first]);
    const ids = this.ids.slice(from, from + first);
    const end = from + ids.length;
    return { ids, hasNextPage: end < this.ids.length, endCursor: ids.length > 0 ? String(end) : null };
  }

  async measure() {
    await Promise.resolve();
    this.measurements += 1;
    const landmarks = [];
    for (let position = 0; position < this.ids.length; position += 10_000) {
      landmarks.push({ position, after: String(position) });
    }
    return { count: this.ids.length, landmarks };
  }
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `id ${index}`);
const held = (list: SparseList): number => list.runs.reduce((sum, { ids }) => sum + ids.length, 0);

describe('a sparse list', () => {
  it('reads what is looked at in whole pages, and nothing before', async () => {
    const gateway = new GatewayList(numbered(1000));
    const list = new SparseList(gateway, () => undefined);
    expect(gateway.pages).toEqual([]);
    await list.want(0, 120);
    expect(list.runs).toEqual([{ start: 0, ids: numbered(200) }]);
    expect(list.count).toBeNull();
    await list.want(150, 260);
    expect(list.runs).toEqual([{ start: 0, ids: numbered(300) }]);
    expect(gateway.pages).toEqual([
      [0, 200],
      [200, 100],
    ]);
  });

  it('begins anywhere, without what is before', async () => {
    const gateway = new GatewayList(numbered(1_000_000));
    const list = new SparseList(gateway, () => undefined, true);
    await list.want(0, 50);
    expect(list.count).toBe(1_000_000);
    await list.want(734_520, 734_700);
    expect(list.runs.at(-1)!.start).toBe(734_500);
    expect(list.runs.at(-1)!.ids[20]).toBe('id 734520');
    expect(gateway.pages).toHaveLength(2);
    expect(gateway.measurements).toBe(1);
  });

  it('asks how long it is only where it must skip further than the gateway does', async () => {
    const gateway = new GatewayList(numbered(50_000));
    const list = new SparseList(gateway, () => undefined);
    await list.want(9_900, 10_000);
    expect(gateway.measurements).toBe(0);
    await list.want(30_000, 30_100);
    expect(gateway.measurements).toBe(1);
    expect(list.runs.at(-1)!.ids[0]).toBe('id 30000');
  });

  it('holds no more for having been looked through from end to end', async () => {
    const gateway = new GatewayList(numbered(60_000));
    const list = new SparseList(gateway, () => undefined, true);
    for (let position = 0; position < 60_000; position += 250) await list.want(position, position + 250);
    expect(held(list)).toBeLessThan(3_000);
    expect(list.runs.at(-1)!.ids.at(-1)).toBe('id 59999');
    await list.want(0, 100);
    expect(list.runs[0]!.ids[0]).toBe('id 0');
  });

  it('knows its length when it has seen the end', async () => {
    const list = new SparseList(new GatewayList(numbered(130)), () => undefined);
    await list.want(0, 300);
    expect(list.count).toBe(130);
    const empty = new SparseList(new GatewayList([]), () => undefined);
    await empty.want(0, 1);
    expect(empty.count).toBe(0);
    expect(empty.runs).toEqual([]);
  });

  it('swaps in what is there now in one step when it is refreshed', async () => {
    const gateway = new GatewayList(numbered(20_000));
    const seen: (string | undefined)[] = [];
    const list = new SparseList(gateway, () => seen.push(list.runs[0]?.ids[0]), true);
    await list.want(15_000, 15_200);
    gateway.ids = ['new', ...gateway.ids];
    seen.length = 0;
    await list.refresh();
    expect(list.runs).toHaveLength(1);
    expect(list.runs[0]!.ids[0]).toBe('id 14999');
    expect(list.count).toBe(20_001);
    expect(new Set(seen)).toEqual(new Set(['id 14999']));
  });

  it('says how long it is when it became shorter than where somebody looks', async () => {
    const gateway = new GatewayList(numbered(5_000));
    const list = new SparseList(gateway, () => undefined);
    await list.want(4_000, 4_100);
    gateway.ids = numbered(1_234);
    await list.refresh();
    expect(list.count).toBe(1_234);
    expect(list.runs).toEqual([]);
  });

  it('is expired, without reading, until somebody looks again', async () => {
    const gateway = new GatewayList(numbered(3));
    const list = new SparseList(gateway, () => undefined);
    await list.want(0, 3);
    list.expire();
    expect(list.expired).toBe(true);
    expect(gateway.pages).toHaveLength(1);
    await list.want(0, 3);
    expect(list.expired).toBe(false);
    expect(gateway.pages).toHaveLength(2);
  });

  it('reads once more when a change is heard of while it reads', async () => {
    const gateway = new GatewayList(numbered(3));
    const list = new SparseList(gateway, () => undefined);
    await list.want(0, 1);
    const reading = list.refresh();
    await Promise.resolve();
    await Promise.resolve();
    gateway.ids.push('late');
    void list.refresh();
    await reading;
    expect(list.runs[0]!.ids).toEqual([...numbered(3), 'late']);
  });

  it('reads from one end to another without keeping that', async () => {
    const gateway = new GatewayList(numbered(12_345));
    const list = new SparseList(gateway, () => undefined);
    expect(await list.read(0, Infinity)).toEqual(numbered(12_345));
    expect(await list.read(12_000, 12_010)).toEqual(numbered(12_010).slice(12_000));
    expect(held(list)).toBe(0);
  });

  it('keeps what it has when a page cannot be read, and asks again only when told to', async () => {
    const gateway = new GatewayList(numbered(400));
    const list = new SparseList(gateway, () => undefined);
    await list.want(0, 100);
    gateway.broken = true;
    await list.want(200, 300);
    expect(list.error?.code).toBe('UNREACHABLE');
    expect(held(list)).toBe(100);
    await expect(list.read(0, 10)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    gateway.broken = false;
    await list.want(200, 300);
    expect(held(list)).toBe(100);
    await list.retry();
    expect(list.error).toBeNull();
    expect(held(list)).toBe(200);
  });
});
