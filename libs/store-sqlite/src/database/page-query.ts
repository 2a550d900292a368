import {
  checkLimit,
  type CursorPart,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageRequest,
} from '@kindred/domain';
import type { Connection, Value } from '@kindred/sqlite';

/** Rows of one table that an index holds together in the wanted order, for example those of one state. */
export interface Branch {
  /** `SELECT ... FROM ...`, when it is not every column of the one table. */
  readonly select?: string;
  readonly where: string;
  /** What the keys are called before the rows are named alike, when that differs. */
  readonly keys?: readonly string[];
  readonly parameters?: readonly Value[];
}

export interface PageQuery {
  /** Names the order in cursors. */
  readonly order: string;
  readonly table?: string;
  /** Each answers from one index; their union is merged without sorting. */
  readonly branches: readonly Branch[];
  /** Columns to sort by, all in one direction; together they are unique, and an index of each branch ends in them. */
  readonly keys: Readonly<Record<string, CursorPart>>;
  readonly direction: 'ASC' | 'DESC';
}

/** Reads one page by its place in the order, so that a page costs the same wherever it lies. */
export function readPage<Row extends object, T>(
  connection: Connection,
  query: PageQuery,
  { limit, after }: PageRequest,
  toItem: (row: Row) => T,
): Page<T> {
  checkLimit(limit);
  const place =
    after === null || after === undefined
      ? null
      : decodeCursor(query.order, Object.values(query.keys), after);
  const { sql, parameters } = pageStatement(query, place, limit + 1);
  const rows = connection.all<Row>(sql, ...parameters);
  const shown = rows.slice(0, limit);
  const cursors = shown.map((row) => cursorOf(query, row));
  return { items: shown.map(toItem), next: rows.length > limit ? cursors.at(-1)! : null, cursors };
}

/** The statement for one page; exported so that its query plan can be tested. */
export function pageStatement(
  { table, branches, keys, direction }: PageQuery,
  place: readonly Value[] | null,
  limit: number,
): { readonly sql: string; readonly parameters: readonly Value[] } {
  const names = Object.keys(keys);
  const comparison = direction === 'ASC' ? '>' : '<';
  const marks = names.map(() => '?').join(', ');
  const selects = branches.map(({ select = `SELECT * FROM ${table}`, where, keys: own = names }) => {
    const beyond = place === null ? '' : ` AND (${own.join(', ')}) ${comparison} (${marks})`;
    return `${select} WHERE ${where}${beyond}`;
  });
  const sorted = names.map((name) => `${name} ${direction}`).join(', ');
  return {
    sql: `${selects.join('\nUNION ALL\n')}\nORDER BY ${sorted} LIMIT ?`,
    parameters: [...branches.flatMap(({ parameters = [] }) => [...parameters, ...(place ?? [])]), limit],
  };
}

function cursorOf(query: PageQuery, row: object): string {
  return encodeCursor(
    query.order,
    Object.keys(query.keys).map((name) => (row as Record<string, number | string>)[name]!),
  );
}
