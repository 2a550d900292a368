import {
  checkLimit,
  type CursorPart,
  decodeCursor,
  encodeCursor,
  type FaceGroup,
  type FaceGroupQuery,
  type Page,
  type PersonSort,
} from '@kindred/domain';
import { sortInTurns } from '../database/sort-in-turns';
import { countOf } from './face-buckets';
import { counted } from './face-folders';
import { all, type Reading } from './face-places';
import { countingOrder, type FaceSelection, selectionOf } from './face-queries';
import { conditionsOf, spanOf } from './face-spans';
import type { KeptAnswers } from './kept-answers';

export type GroupFilter = Omit<FaceGroupQuery, 'sort' | 'limit' | 'after'>;

/** A person, by all that groups are sorted by. */
interface KnownPerson {
  readonly seq: number;
  readonly id: FaceGroup['person'];
  readonly kind: string;
  readonly place: string;
  readonly changed: number;
  /** How many faces of the state there are, whether or not they match the rest of the filter. */
  readonly faces: number;
}

type CountedPerson = KnownPerson & { readonly count: number };

/** What a group is sorted by, of one group. */
type Place = readonly (string | number)[];

/** What groups are sorted by, and how. */
interface Order {
  readonly keys: readonly (keyof CountedPerson)[];
  readonly types: readonly CursorPart[];
  readonly direction: 1 | -1;
}

/** So many numbers of people are looked at before giving way. */
const PEOPLE_STEP = 2000;
/** Whose face it is says the row of a face, which takes as long as looking at so many in an index. */
const ROW = 4;
const MOST_FIRST: Order = { keys: ['count', 'seq'], types: ['number', 'number'], direction: -1 };
const ORDERS: Readonly<Record<PersonSort, Order>> = {
  SIZE: MOST_FIRST,
  TO_REVIEW: MOST_FIRST,
  RECENT: { keys: ['changed', 'seq'], types: ['number', 'number'], direction: -1 },
  NAME: { keys: ['kind', 'place', 'seq'], types: ['string', 'string', 'number'], direction: 1 },
};

/** One page of groups. All are counted, since no index has them in order; they are kept until something changes. */
export function* readGroups(
  reading: Reading,
  kept: KeptAnswers<readonly CountedPerson[]>,
  { limit, after, sort = 'SIZE', ...filter }: FaceGroupQuery,
): Generator<void, Page<FaceGroup>> {
  checkLimit(limit);
  const order = ORDERS[sort];
  const name = `face groups:${sort}`;
  const beyond = after === null || after === undefined ? null : decodeCursor(name, order.types, after);
  const groups = yield* kept.get(reading.connection, JSON.stringify([sort, filter]), function* () {
    const all = yield* groupsOf(reading, filter);
    return yield* sortInTurns(all, (one, other) =>
      compare(order, placeIn(order, one), placeIn(order, other)),
    );
  });
  const start = beyond === null ? 0 : firstBeyond(groups, order, beyond);
  const shown = groups.slice(start, start + limit);
  const cursors = shown.map((group) => encodeCursor(name, placeIn(order, group)));
  return {
    items: shown.map(({ id, count }) => ({ person: id, count })),
    cursors,
    next: start + limit < groups.length ? cursors.at(-1)! : null,
  };
}

export type KeptGroups = KeptAnswers<readonly CountedPerson[]>;

/** Everybody of whom faces match, in no order: by the faces where these are few, and else person by person. */
function* groupsOf(reading: Reading, filter: GroupFilter): Generator<void, CountedPerson[]> {
  const selection = counted(reading, filter);
  return isNarrow(reading, selection)
    ? yield* groupsOfFew(reading, filter, selection)
    : yield* groupsOfMany(reading, filter);
}

/** Whether the rows of all faces that a selection looks at can be read without giving way. */
function isNarrow(
  { connection, step }: Reading,
  { branches, measure, range, source }: FaceSelection,
): boolean {
  let left = Math.ceil(step / ROW);
  for (const branch of branches) {
    for (const condition of conditionsOf(measure, spanOf(range))) {
      const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${source} WHERE ${branch.sql} AND ${condition.sql} LIMIT ?)`;
      left -= connection.get<{ n: number }>(sql, ...branch.parameters, ...condition.parameters, left + 1)!.n;
      if (left < 0) return false;
    }
  }
  return true;
}

function* groupsOfFew(
  { connection }: Reading,
  { state }: GroupFilter,
  { branches, measure, range, rest, source }: FaceSelection,
): Generator<void, CountedPerson[]> {
  const counts = new Map<string, number>();
  for (const branch of branches) {
    for (const condition of conditionsOf(measure, spanOf(range))) {
      const { sql, parameters } = all([branch, condition, ...rest]);
      const found = `SELECT person FROM ${source} WHERE ${sql}`;
      for (const { person } of connection.all<{ person: string | null }>(found, ...parameters))
        if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  const ids = [...counts.keys()];
  const groups: CountedPerson[] = [];
  for (let start = 0; start < ids.length; start += PEOPLE_STEP) {
    yield;
    const people = connection.all<KnownPerson>(
      `SELECT ${columnsOf(state)} FROM people WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids.slice(start, start + PEOPLE_STEP)),
    );
    groups.push(...people.map((person) => ({ ...person, count: counts.get(person.id)! })));
  }
  return groups;
}

function* groupsOfMany(reading: Reading, filter: GroupFilter): Generator<void, CountedPerson[]> {
  const { connection, step } = reading;
  const found: CountedPerson[] = [];
  const last = connection.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM people')!.seq ?? 0;
  for (let from = 0; from < last; from += PEOPLE_STEP) {
    const people = connection.all<KnownPerson>(
      `SELECT ${columnsOf(filter.state)} FROM people WHERE seq > ? AND seq <= ? AND ${filter.state} > 0`,
      from,
      from + PEOPLE_STEP,
    );
    yield;
    for (const part of partsOf(people, step)) {
      for (const group of yield* countEach(reading, filter, part)) if (group.count > 0) found.push(group);
      yield;
    }
  }
  return found;
}

/** People in parts that have few faces together, and whoever has many alone. */
function* partsOf(people: readonly KnownPerson[], most: number): Generator<readonly KnownPerson[]> {
  let part: KnownPerson[] = [];
  let faces = 0;
  for (const person of people) {
    if (part.length > 0 && faces + person.faces > most) {
      yield part;
      [part, faces] = [[], 0];
    }
    part.push(person);
    faces += person.faces;
  }
  if (part.length > 0) yield part;
}

function* countEach(
  reading: Reading,
  filter: GroupFilter,
  people: readonly KnownPerson[],
): Generator<void, readonly CountedPerson[]> {
  const [first] = people;
  const selection = selectionOf({ ...filter, person: first!.id }, countingOrder(filter));
  if (people.length === 1 && first!.faces > reading.step)
    return [{ ...first!, count: yield* countOf(reading, selection) }];
  const { measure, range, rest, source, branches } = selection;
  const [condition] = conditionsOf(measure, spanOf(range));
  // Nothing has a confidence but inferred faces.
  if (condition === undefined || branches.length === 0) return [];
  const { sql, parameters } = all([
    { sql: 'person = asked.value AND state = ?', parameters: [filter.state] },
    condition,
    ...rest,
  ]);
  const rows = reading.connection.all<{ place: number; n: number }>(
    `SELECT asked.key AS place, (SELECT count(*) FROM ${source} WHERE ${sql}) AS n FROM json_each(?) AS asked`,
    ...parameters,
    JSON.stringify(people.map(({ id }) => id)),
  );
  return rows.map(({ place, n }) => ({ ...people[place]!, count: n }));
}

const columnsOf = (state: GroupFilter['state']): string => `seq, id, kind, place, changed, ${state} AS faces`;

const placeIn = ({ keys }: Order, person: CountedPerson): Place => keys.map((key) => person[key]);

function compare({ direction }: Order, one: Place, other: Place): number {
  const at = one.findIndex((value, key) => value !== other[key]);
  if (at === -1) return 0;
  return one[at]! < other[at]! ? -direction : direction;
}

function firstBeyond(groups: readonly CountedPerson[], order: Order, place: Place): number {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(order, placeIn(order, groups[middle]!), place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
