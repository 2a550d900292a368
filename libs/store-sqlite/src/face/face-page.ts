import {
  checkLimit,
  decodeCursor,
  encodeCursor,
  type Face,
  type FaceOutline,
  type FaceQuery,
  KindredError,
  LARGEST_BUCKET,
  type Page,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { listed } from './face-folders';
import { placesBeyond, type Reading } from './face-places';
import { faceOf, type FaceRow, outlineOf, type OutlineRow } from './face-rows';
import type { Place } from './face-spans';

export const readFaces = (reading: Reading, query: FaceQuery): Generator<void, Page<Face>> =>
  readRows<FaceRow, Face>(reading, query, { columns: '*', itemOf: faceOf });

export const readOutlines = (reading: Reading, query: FaceQuery): Generator<void, Page<FaceOutline>> =>
  readRows<OutlineRow, FaceOutline>(reading, query, {
    columns: 'id, photo, box, state, person, confidence',
    itemOf: outlineOf,
  });

/** What is read of each face. */
interface Reader<Row, Item> {
  readonly columns: string;
  readonly itemOf: (row: Row) => Item;
}

/** Reads one page of faces: their places from an index, then their rows. */
function* readRows<Row, Item>(
  reading: Reading,
  query: FaceQuery,
  { columns, itemOf }: Reader<Row, Item>,
): Generator<void, Page<Item>> {
  const { limit, after, skip = 0, sort, ...filter } = query;
  checkLimit(limit);
  checkSkip(skip);
  const selection = listed(reading, filter, sort);
  const beyond = after === null || after === undefined ? null : placeOf(selection.order, after);
  const places = yield* placesBeyond(reading, selection, { beyond, skip, limit: limit + 1 });
  const shown = places.slice(0, limit);
  const rows = rowsAt<Row>(reading.connection, columns, shown);
  // A face that was removed since its place was read is left out.
  const present = shown.filter(({ seq }) => rows.has(seq));
  const cursorOf = ({ key, seq }: Place) => encodeCursor(selection.order, [key, seq]);
  return {
    items: present.map(({ seq }) => itemOf(rows.get(seq)!)),
    cursors: present.map(cursorOf),
    next: places.length > limit ? cursorOf(shown.at(-1)!) : null,
  };
}

function placeOf(order: string, cursor: string): Place {
  const [key, seq] = decodeCursor(order, ['number', 'number'], cursor) as readonly [number, number];
  return { key, seq };
}

function rowsAt<Row>(
  connection: Connection,
  columns: string,
  places: readonly Place[],
): ReadonlyMap<number, Row> {
  const sql = `SELECT seq, ${columns} FROM faces WHERE seq IN (SELECT value FROM json_each(?))`;
  const numbers = JSON.stringify(places.map(({ seq }) => seq));
  return new Map(connection.all<Row & { seq: number }>(sql, numbers).map((row) => [row.seq, row]));
}

/** @throws KindredError `ARGUMENT_INVALID`. */
function checkSkip(skip: number): void {
  if (Number.isInteger(skip) && skip >= 0 && skip <= LARGEST_BUCKET) return;
  throw new KindredError('ARGUMENT_INVALID', `A page skips 0 to ${LARGEST_BUCKET} faces, not ${skip}.`, {
    hint: 'Begin at the bucket that the face is in.',
  });
}
