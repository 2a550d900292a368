import type { PersonId } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

/** Where an id leads after merges; itself when it was never merged. */
export function mergedInto(connection: Connection, id: PersonId): PersonId {
  const row = connection.get<{ into_person: PersonId }>(
    'SELECT into_person FROM merges WHERE merged = ?',
    id,
  );
  return row?.into_person ?? id;
}
