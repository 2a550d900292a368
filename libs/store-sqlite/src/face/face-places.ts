import type { Connection } from '@kindred/sqlite';
import type { Condition, FaceSelection } from './face-queries';
import { conditionsOf, overlap, type Place, type Span, spanOf } from './face-spans';

/** Where faces are read, and how many are looked at before reading gives way. */
export interface Reading {
  readonly connection: Connection;
  readonly step: number;
}

/** The places of the faces of a selection beyond a place, so many of them after so many others. */
export function* placesBeyond(
  { connection, step }: Reading,
  selection: FaceSelection,
  {
    beyond,
    skip = 0,
    limit,
  }: { readonly beyond: Place | null; readonly skip?: number; readonly limit: number },
): Generator<void, Place[]> {
  // What is not read in the order of an index is little, and read whole.
  if (selection.rest.length === 0 || selection.isSorted) {
    const ordered = inOrder(selection, spanBeyond(selection, beyond), selection.rest);
    if (ordered === null) return [];
    return connection.all<Place>(`${ordered.sql} LIMIT ? OFFSET ?`, ...ordered.parameters, limit, skip);
  }
  const found: Place[] = [];
  let [start, left] = [beyond, skip];
  for (;;) {
    const looked = stepFrom(selection, start, step);
    if (looked === null) return found;
    const matching = connection.all<Place>(
      `SELECT key, seq FROM (${looked.sql}) WHERE ${looked.rest.sql} LIMIT ? OFFSET ?`,
      ...looked.parameters,
      ...looked.rest.parameters,
      limit - found.length,
      left,
    );
    found.push(...matching);
    const end = found.length < limit ? endOf(connection, looked, step) : undefined;
    if (end === undefined) return found;
    left = matching.length > 0 ? 0 : left - (left === 0 ? 0 : matchesIn(connection, looked));
    start = end;
    yield;
  }
}

/** The place so many faces beyond another in one branch, whether or not these match the rest of the filter. */
export function placeAhead(
  { connection }: Reading,
  selection: FaceSelection,
  branch: Condition,
  span: Span,
  faces: number,
): Place | undefined {
  const ordered = inOrder({ ...selection, branches: [branch] }, span, []);
  if (ordered === null) return undefined;
  return connection.get<Place>(`${ordered.sql} LIMIT 1 OFFSET ?`, ...ordered.parameters, faces - 1);
}

/** How many faces of one branch are in a span and match the rest of the filter. */
export function countIn(
  { connection }: Reading,
  { measure, source }: FaceSelection,
  branch: Condition,
  span: Span,
  rest: readonly Condition[],
): number {
  return conditionsOf(measure, span).reduce((sum, condition) => {
    const { sql, parameters } = all([branch, condition, ...rest]);
    const counted = `SELECT count(*) AS n FROM ${source} WHERE ${sql}`;
    return sum + connection.get<{ n: number }>(counted, ...parameters)!.n;
  }, 0);
}

/** Where a selection lies beyond a place. */
export function spanBeyond({ direction, range }: FaceSelection, beyond: Place | null): Span {
  if (beyond === null) return spanOf(range);
  return overlap(spanOf(range), direction === 'DESC' ? { below: beyond } : { above: beyond });
}

interface Step extends Condition {
  readonly rest: Condition;
}

/** The next faces in order, whether or not they match the rest of the filter. */
function stepFrom(selection: FaceSelection, beyond: Place | null, step: number): Step | null {
  const ordered = inOrder(selection, spanBeyond(selection, beyond), []);
  if (ordered === null) return null;
  const { sql, parameters } = ordered;
  return { sql: `${sql} LIMIT ${step}`, parameters, rest: all(selection.rest) };
}

function endOf(connection: Connection, { sql, parameters }: Step, step: number): Place | undefined {
  return connection.get<Place>(`SELECT key, seq FROM (${sql}) LIMIT 1 OFFSET ${step - 1}`, ...parameters);
}

function matchesIn(connection: Connection, { sql, parameters, rest }: Step): number {
  const counted = `SELECT count(*) AS n FROM (${sql}) WHERE ${rest.sql}`;
  return connection.get<{ n: number }>(counted, ...parameters, ...rest.parameters)!.n;
}

/** Every column that an index has, so that whoever reads on needs no row; null where nothing can be. */
function inOrder(
  { branches, measure, direction, source }: FaceSelection,
  span: Span,
  rest: readonly Condition[],
): Condition | null {
  const conditions = branches.flatMap((branch) =>
    conditionsOf(measure, span).map((condition) => all([branch, condition, ...rest])),
  );
  if (conditions.length === 0) return null;
  const selects = conditions.map(
    ({ sql }) =>
      `SELECT ${measure} AS key, seq, taken, quality, certainty, folder FROM ${source} WHERE ${sql}`,
  );
  return {
    sql: `${selects.join('\nUNION ALL\n')}\nORDER BY key ${direction}, seq ${direction}`,
    parameters: conditions.flatMap(({ parameters }) => [...parameters]),
  };
}

/** That all of these hold. */
export function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => [...parameters]),
  };
}
