import { encodeCursor, type NameInitial, type PersonQuery } from '@kindred/domain';
import type { Connection, Value } from '@kindred/sqlite';
import { personListQuery } from './person-queries';

/** After every name that begins with the letter before it. */
const LAST = '\u{10FFFF}';

/** The first letters of named people in the order of their names: from each one to the next that there is. */
export function* initialsOf(
  connection: Connection,
  query: Pick<PersonQuery, 'search' | 'withHidden'>,
): Generator<void, NameInitial[]> {
  const { order, branches } = personListQuery({ ...query, kind: 'named', sort: 'NAME' });
  const { where, parameters = [] } = branches[0]!;
  const initials: NameInitial[] = [];
  for (let beyond = ''; ;) {
    const place = nextPlace(connection, where, [...parameters, beyond]);
    if (place === undefined) return initials;
    const initial = String.fromCodePoint(place.codePointAt(0)!);
    beyond = initial + LAST;
    const count = connection.get<{ n: number }>(
      `SELECT count(*) AS n FROM people WHERE ${where} AND place >= ? AND place < ?`,
      ...parameters,
      initial,
      beyond,
    )!.n;
    initials.push({ initial, count, after: encodeCursor(order, ['named', initial, 0]) });
    yield;
  }
}

function nextPlace(connection: Connection, where: string, parameters: readonly Value[]): string | undefined {
  const sql = `SELECT place FROM people WHERE ${where} AND place > ? ORDER BY place LIMIT 1`;
  return connection.get<{ place: string }>(sql, ...parameters)?.place;
}
