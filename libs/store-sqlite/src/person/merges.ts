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

/** The person and everybody who is part of that one, directly or through others. */
export function everybodyIn(connection: Connection, person: PersonId): PersonId[] {
  const sql = `
    WITH RECURSIVE parts (id) AS (
      VALUES (?) UNION SELECT merged FROM parts CROSS JOIN merges WHERE direct = parts.id
    ) SELECT id FROM parts`;
  return connection.all<{ id: PersonId }>(sql, person).map(({ id }) => id);
}

/** Remembers that the one is part of the other, who is part of nobody. */
export function recordMerge(connection: Connection, from: PersonId, into: PersonId): void {
  connection.run(
    `INSERT INTO merges (merged, into_person, direct, after)
     VALUES (?1, ?2, ?2, (SELECT coalesce(max(sequence), 0) FROM pair_statements))`,
    from,
    into,
  );
  connection.run('UPDATE merges SET into_person = ? WHERE into_person = ?', into, from);
}

/** Forgets that somebody is part of another; returns everybody who comes along. */
export function forgetMerge(connection: Connection, person: PersonId): PersonId[] {
  const parts = everybodyIn(connection, person);
  connection.run('DELETE FROM merges WHERE merged = ?', person);
  const sql = 'UPDATE merges SET into_person = ? WHERE merged = ?';
  for (const part of parts) connection.run(sql, person, part);
  return parts;
}
