import { Lookahead } from './lookahead';

/** Anything with a name of segments that "/" separates. */
export interface HasName {
  readonly name: string;
}

/** Everything whose name starts with a prefix, as a server has it. */
export type ListAsServed<Item> = (prefix: string) => AsyncIterable<Item>;

/** Characters of names that come before the separator. */
const BEFORE_SEPARATOR = ['-', '.'];
/** A folder of up to this many is held back while what comes before it may still arrive. */
export const MOST_HELD = 1_000;

/**
 * Items in the order of their names, from servers that have them in that order (AWS, MinIO, Ceph) and from those that go
 * folder by folder (SeaweedFS), where `a/b` comes before `a-b`. Small folders are held back until their turn; for each
 * large one its neighbours `a-` and `a.` are listed first, so that memory stays small however much there is.
 * @throws Error when the server has another order, in which something might be left out.
 */
export async function* inKeyOrder<Item extends HasName>(
  list: ListAsServed<Item>,
  prefix: string,
): AsyncGenerator<Item> {
  const items = new Lookahead(list(prefix)[Symbol.asyncIterator]());
  let last = '';
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  for await (const item of folderInKeyOrder(list, items, folder, () => last)) {
    if (item.name <= last) throw new Error('it lists objects in no order that Kindred knows');
    last = item.name;
    yield item;
  }
}

/** A folder that is held back. */
interface Held<Item> {
  readonly folder: string;
  readonly items: readonly Item[];
}

async function* folderInKeyOrder<Item extends HasName>(
  list: ListAsServed<Item>,
  items: Lookahead<Item>,
  folder: string,
  last: () => string,
): AsyncGenerator<Item> {
  let held: Held<Item>[] = [];
  const listedBefore: string[] = [];
  for (let next = await items.peek(); next?.name.startsWith(folder); next = await items.peek()) {
    const { name } = next;
    const known = listedBefore.find((neighbours) => name.startsWith(neighbours));
    if (known !== undefined) {
      await items.takeWhile((item) => item.name.startsWith(known), MOST_HELD);
      continue;
    }
    const entry = entryOf(name, folder);
    for (const { items: due } of held.filter((one) => one.folder < entry)) yield* due;
    held = held.filter((one) => one.folder > entry);
    if (entry === name) {
      yield* await items.takeWhile(() => true, 1);
      continue;
    }
    const whole = await takeSmallFolder(items, entry);
    if (whole !== null) {
      held = [...held, { folder: entry, items: whole }].sort((a, b) => (a.folder < b.folder ? -1 : 1));
      continue;
    }
    for (const mark of BEFORE_SEPARATOR) {
      const neighbours = entry.slice(0, -1) + mark;
      for await (const item of inKeyOrder(list, neighbours)) if (item.name > last()) yield item;
      listedBefore.push(neighbours);
    }
    yield* folderInKeyOrder(list, items, entry, last);
  }
  for (const { items: due } of held) yield* due;
}

/** What a name is within a folder: itself, or the folder in there that it is in, with its separator. */
function entryOf(name: string, folder: string): string {
  const separator = name.indexOf('/', folder.length);
  return separator === -1 ? name : name.slice(0, separator + 1);
}

/** All of a folder in the order of names, or null, with nothing taken, when it has too many. */
async function takeSmallFolder<Item extends HasName>(
  items: Lookahead<Item>,
  folder: string,
): Promise<Item[] | null> {
  const taken = await items.takeWhile(({ name }) => name.startsWith(folder), MOST_HELD + 1);
  if (taken.length <= MOST_HELD) return taken.sort((a, b) => (a.name < b.name ? -1 : 1));
  items.putBack(taken);
  return null;
}
