import type { BirthDate, FaceId, PersonId, PersonIdentity, PersonWithCounts } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

export interface PersonRow {
  readonly id: string;
  readonly kind: PersonIdentity['kind'];
  readonly name: string | null;
  readonly number: number | null;
  readonly cover: string | null;
  readonly created_at: string;
  readonly labeled: number;
  readonly inferred: number;
  readonly unknown: number;
  readonly aliases: string;
  readonly birth_date: string | null;
  readonly hidden: number;
  readonly changed: number;
}

export function personOf(row: PersonRow): PersonWithCounts {
  return {
    id: row.id as PersonId,
    identity:
      row.kind === 'named' ? { kind: 'named', name: row.name! } : { kind: 'unknown', number: row.number! },
    cover: row.cover as FaceId | null,
    createdAt: row.created_at,
    aliases: JSON.parse(row.aliases) as string[],
    birthDate: row.birth_date as BirthDate | null,
    hidden: row.hidden === 1,
    changedAt: new Date(row.changed).toISOString(),
    counts: { labeled: row.labeled, inferred: row.inferred, unknown: row.unknown },
  };
}

export function findPerson(connection: Connection, id: PersonId): PersonWithCounts | null {
  const row = connection.get<PersonRow>('SELECT * FROM people WHERE id = ?', id);
  return row === undefined ? null : personOf(row);
}
