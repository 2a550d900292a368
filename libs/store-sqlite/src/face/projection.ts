import type { FaceId, HumanView, PersonId } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { mergedInto } from '../person/merges';
import { SET_ASIDE } from './suggestions';

interface Known {
  readonly said_through: number;
  readonly said: number;
  readonly deleted: number | null;
  readonly label_person: PersonId | null;
  readonly suggested_person: string | null;
  readonly aside_person: PersonId | null;
}

/**
 * Shows on one face what humans say of it; a view older than the one shown, or of a face that is gone or being removed, is ignored.
 * @param now milliseconds since 1970, for the people whom it was or is labeled as, and for a face that is deleted now.
 */
export function projectFace(connection: Connection, face: FaceId, view: HumanView, now: number): void {
  const known = connection.get<Known>(
    'SELECT said_through, said, deleted, label_person, suggested_person, aside_person FROM faces WHERE id = ? AND removing = 0',
    face,
  );
  if (known === undefined || known.said_through > view.through || known.said > view.said) return;
  replaceRejections(connection, face, view.rejected);
  connection.run(
    'UPDATE faces SET label_person = ?, ignored = ?, deleted = ?, said_through = ?, said = ? WHERE id = ?',
    view.assigned,
    view.ignored ? 1 : 0,
    deletedSince(view, known.deleted, now),
    view.through,
    view.said,
    face,
  );
  if (known.label_person !== view.assigned) {
    for (const person of [known.label_person, view.assigned]) connection.run(CHANGED, now, person);
  }
  if (contradicts(view, known.suggested_person)) connection.run(`${SET_ASIDE} WHERE id = ?`, face);
  else if (known.suggested_person === null && known.aside_person !== null) {
    const person = mergedInto(connection, known.aside_person);
    if (!contradicts(view, person)) connection.run(BRING_BACK, person, face);
  }
}

/** Since when it is out of sight; a deletion from elsewhere may have been said long ago, or by a clock that is ahead. */
function deletedSince({ deletedAt }: HumanView, before: number | null, now: number): number | null {
  if (deletedAt === null) return null;
  return before === null ? now : Math.max(before, Math.min(Date.parse(deletedAt), now));
}

const CHANGED = 'UPDATE people SET changed = max(changed, ?) WHERE id = ?';
const BRING_BACK = `
  UPDATE faces SET suggested_person = ?1, suggested_kind = (SELECT kind FROM people WHERE id = ?1),
    suggested_as = nullif(aside_person, ?1), confidence = aside_confidence, aside_person = NULL, aside_confidence = NULL
  WHERE id = ?2 AND EXISTS (SELECT 1 FROM people WHERE id = ?1)`;

function contradicts({ assigned, rejected }: HumanView, suggested: string | null): boolean {
  if (suggested === null) return false;
  const isRejected = (rejected as ReadonlySet<string>).has(suggested);
  return isRejected || (assigned !== null && assigned !== suggested);
}

function replaceRejections(connection: Connection, face: FaceId, rejected: HumanView['rejected']): void {
  const people = JSON.stringify([...rejected]);
  connection.run(
    'DELETE FROM rejections WHERE face = ? AND person NOT IN (SELECT value FROM json_each(?))',
    face,
    people,
  );
  connection.run('INSERT OR IGNORE INTO rejections SELECT ?, value FROM json_each(?)', face, people);
}
