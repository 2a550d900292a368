import fc from 'fast-check';
import { inKeyOrder, MOST_HELD } from './in-key-order';

type Order = (a: string, b: string) => number;

const byKey: Order = (a, b) => (a < b ? -1 : 1);
/** As SeaweedFS has it: the separator comes before every other character. */
const byFolder: Order = (a, b) => byKey(a.replaceAll('/', '\0'), b.replaceAll('/', '\0'));

/** A server with these names, which counts what it handed out. */
function serverOf(names: readonly string[], order: Order) {
  const sorted = [...names].sort(order);
  const server = {
    handedOut: 0,
    list: async function* (prefix: string) {
      for (const name of sorted) {
        if (!name.startsWith(prefix)) continue;
        server.handedOut += 1;
        yield { name };
      }
    },
  };
  return server;
}

async function namesOf(items: AsyncIterable<{ name: string }>): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of items) names.push(name);
  return names;
}

const expected = (names: readonly string[], prefix = '') =>
  names.filter((name) => name.startsWith(prefix)).sort();

const many = (folder: string, count = MOST_HELD + 200) =>
  Array.from({ length: count }, (_, index) => `${folder}${String(index).padStart(5, '0')}`);

/** As stores promise: no name is the folder of another. */
const withoutFolders = (names: readonly string[]) =>
  names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));

describe.each([
  ['key by key', byKey],
  ['folder by folder', byFolder],
])('listing in key order what a server has %s', (_, order) => {
  it('holds for all names and prefixes', async () => {
    const segment = fc.string({ unit: fc.constantFrom('a', '-', '.', '0'), minLength: 1, maxLength: 3 });
    const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    const names = fc.uniqueArray(name, { maxLength: 40 }).map(withoutFolders);
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom('', 'a', 'a/', 'a-', 'a/a', '.'), async (all, prefix) => {
        const found = await namesOf(inKeyOrder(serverOf(all, order).list, prefix));
        expect(found).toEqual(expected(all, prefix));
      }),
    );
  });

  it('holds for folders too large to be held, at every depth', async () => {
    const all = [
      ...many('a/a/'),
      'a/a-/x',
      ...many('a/a-b/'),
      'a/a.b',
      ...many('a/b/'),
      'a-',
      ...many('a-b/'),
      'a.c/d',
      'a0',
      'b',
    ];
    for (const prefix of ['', 'a', 'a/', 'a/a', 'a-']) {
      expect(await namesOf(inKeyOrder(serverOf(all, order).list, prefix))).toEqual(expected(all, prefix));
    }
  });

  it('reads little more than it hands out', async () => {
    const all = [...many('a/a/', 5_000), ...many('a/b/', 5_000), 'a-b', 'c'];
    const server = serverOf(all, order);
    await namesOf(inKeyOrder(server.list, ''));
    expect(server.handedOut).toBeLessThan(all.length + 5);
  });

  it('reads no further than somebody listens', async () => {
    const server = serverOf(many('', 10_000), order);
    for await (const { name } of inKeyOrder(server.list, '')) if (name === '00002') break;
    expect(server.handedOut).toBeLessThan(10);
  });
});

it('refuses a server that has another order rather than to leave something out', async () => {
  const upsideDown = serverOf(['a', 'b', 'c'], (a, b) => byKey(b, a));
  await expect(namesOf(inKeyOrder(upsideDown.list, ''))).rejects.toThrow('no order');
});
