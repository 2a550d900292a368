import type { Connection, Value } from '@kindred/sqlite';
import { type Condition, type FaceSelection, type Range, within } from './face-queries';

/** Where a face is in the order of a selection. */
export interface Place {
  readonly key: number;
  readonly seq: number;
}

/** How many faces are looked at before reading gives way. */
const STEP = 20_000;

/** The places of the faces of a selection beyond a place, so many of them after so many others. */
export function* placesBeyond(
  connection: Connection,
  selection: FaceSelection,
  {
    beyond,
    skip = 0,
    limit,
  }: { readonly beyond: Place | null; readonly skip?: number; readonly limit: number },
): Generator<void, Place[]> {
  if (selection.branches.length === 0) return [];
  if (selection.rest.length === 0) {
    const { sql, parameters } = inOrder(selection, beyond);
    return connection.all<Place>(`${sql} LIMIT ? OFFSET ?`, ...parameters, limit, skip);
  }
  const found: Place[] = [];
  let [start, left] = [beyond, skip];
  for (;;) {
    const step = stepFrom(selection, start);
    const matching = connection.all<Place>(
      `SELECT key, seq FROM (${step.sql}) WHERE ${step.rest.sql} LIMIT ? OFFSET ?`,
      ...step.parameters,
      ...step.rest.parameters,
      limit - found.length,
      left,
    );
    found.push(...matching);
    const end = found.length < limit ? endOf(connection, step) : undefined;
    if (end === undefined) return found;
    left = matching.length > 0 ? 0 : left - (left === 0 ? 0 : matchesIn(connection, step));
    start = end;
    yield;
  }
}

/** How many faces of a selection are in a range of the measure that it is sorted by. */
export function countIn(
  connection: Connection,
  { branches, measure, rest }: FaceSelection,
  range: Range,
): number {
  return branches.reduce((sum, branch) => {
    const { sql, parameters } = all([branch, ...within(measure, range), ...rest]);
    return (
      sum + connection.get<{ n: number }>(`SELECT count(*) AS n FROM faces WHERE ${sql}`, ...parameters)!.n
    );
  }, 0);
}

interface Step extends Condition {
  readonly rest: Condition;
}

/** The next faces in order, whether or not they match the rest of the filter. */
function stepFrom(selection: FaceSelection, beyond: Place | null): Step {
  const { sql, parameters } = inOrder(selection, beyond);
  return { sql: `${sql} LIMIT ${STEP}`, parameters, rest: all(selection.rest) };
}

function endOf(connection: Connection, { sql, parameters }: Step): Place | undefined {
  return connection.get<Place>(`SELECT key, seq FROM (${sql}) LIMIT 1 OFFSET ${STEP - 1}`, ...parameters);
}

function matchesIn(connection: Connection, { sql, parameters, rest }: Step): number {
  const counted = `SELECT count(*) AS n FROM (${sql}) WHERE ${rest.sql}`;
  return connection.get<{ n: number }>(counted, ...parameters, ...rest.parameters)!.n;
}

/** Every column that an index has, so that whoever reads on needs no row. */
function inOrder(selection: FaceSelection, beyond: Place | null): Condition {
  const { branches, measure, direction } = selection;
  const conditions = branches.map((branch) => all([branch, ...fromPlace(selection, beyond)]));
  const selects = conditions.map(
    ({ sql }) => `SELECT ${measure} AS key, seq, taken, quality, certainty, folder FROM faces WHERE ${sql}`,
  );
  return {
    sql: `${selects.join('\nUNION ALL\n')}\nORDER BY key ${direction}, seq ${direction}`,
    parameters: conditions.flatMap(({ parameters }) => [...parameters]),
  };
}

/** One bound on either side, so that reading begins at the tighter one of a place and of the range. */
function fromPlace({ measure, direction, range }: FaceSelection, beyond: Place | null): Condition[] {
  if (beyond === null || isBefore(beyond, direction, range)) return within(measure, range);
  const [comparison, other] =
    direction === 'DESC' ? ['<', { from: range.from }] : ['>', { ...range, from: undefined }];
  const place: Value[] = [beyond.key, beyond.seq];
  return [{ sql: `(${measure}, seq) ${comparison} (?, ?)`, parameters: place }, ...within(measure, other)];
}

/** Whether a place comes before everything in a range: cursors of another filter in the same order may. */
function isBefore({ key }: Place, direction: FaceSelection['direction'], range: Range): boolean {
  if (direction === 'ASC') return range.from !== undefined && key < range.from;
  return range.to !== undefined && (key > range.to || (key === range.to && range.toIncluded !== true));
}

function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => [...parameters]),
  };
}
