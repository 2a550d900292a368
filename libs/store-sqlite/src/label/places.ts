import { type Decision, KindredError } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { insertDecision } from './decision-rows';

/** A stretch of the log that is being filled, both ends included. */
interface Place {
  readonly first: number;
  readonly last: number;
}

/** That a decision was said: it is in no place that is still being filled. */
export const IS_SAID = 'NOT EXISTS (SELECT 1 FROM places WHERE first <= sequence AND last >= sequence)';

/** The first sequence that is reserved; larger than any when none is. */
export const FIRST_RESERVED = `ifnull((SELECT min(first) FROM places), ${Number.MAX_SAFE_INTEGER})`;

/** Makes room for so many decisions; nothing happens to a place that is there. */
export function reserve(connection: Connection, id: string, count: number): void {
  if (connection.get('SELECT 1 FROM places WHERE id = ?', id) !== undefined) return;
  const last = lastGiven(connection);
  const sql = 'INSERT INTO places (id, first, last) VALUES (?, ?, ?)';
  connection.run(sql, id, last + 1, last + count);
  const given = `UPDATE sqlite_sequence SET seq = ? WHERE name = 'decisions'`;
  if (connection.run(given, last + count) > 0) return;
  connection.run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('decisions', ?)`, last + count);
}

/**
 * Writes decisions to a place, from its `offset`th on.
 * @throws KindredError `CONFLICT` when the place is not there or has no room for them.
 */
export function writeTo(
  connection: Connection,
  id: string,
  offset: number,
  decisions: readonly Decision[],
): void {
  const place = connection.get<Place>('SELECT first, last FROM places WHERE id = ? AND given_up = 0', id);
  if (place === undefined) throw new KindredError('CONFLICT', 'This place in the label log was given up.');
  const first = place.first + offset;
  if (first + decisions.length - 1 > place.last)
    throw new KindredError('CONFLICT', 'This place in the label log is too small.');
  for (const [index, decision] of decisions.entries()) insertDecision(connection, decision, first + index);
}

/** From now on everything in the place was said. */
export function release(connection: Connection, id: string): void {
  connection.run('DELETE FROM places WHERE id = ?', id);
}

/** Takes at most so many decisions out of a place, to which nothing more is written; it goes with the last. Whether it is gone. */
export function takeOut(connection: Connection, id: string, most: number): boolean {
  connection.run('UPDATE places SET given_up = 1 WHERE id = ?', id);
  const place = connection.get<Place>('SELECT first, last FROM places WHERE id = ?', id);
  if (place === undefined) return true;
  const sql = `DELETE FROM decisions WHERE sequence IN
    (SELECT sequence FROM decisions WHERE sequence BETWEEN ? AND ? LIMIT ?)`;
  if (connection.run(sql, place.first, place.last, most) === most) return false;
  release(connection, id);
  return true;
}

/**
 * Takes decisions with these ids out of places that are being filled: whoever says them now is heard at once, and may
 * not depend on whether all else in that place will ever be said.
 */
export function takeOver(connection: Connection, decisions: readonly Decision[]): void {
  if (connection.get('SELECT 1 FROM places') === undefined) return;
  for (const { id } of decisions) connection.run(`DELETE FROM decisions WHERE id = ? AND NOT ${IS_SAID}`, id);
}

/** The last sequence that a decision has or that is reserved for one. */
function lastGiven(connection: Connection): number {
  const sql = `SELECT seq FROM sqlite_sequence WHERE name = 'decisions'`;
  return connection.get<{ seq: number }>(sql)?.seq ?? 0;
}
