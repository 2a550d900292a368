import type { FaceId, PersonId, PersonIdentity, PersonWithCounts } from '@kindred/domain';

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
}

export function personOf(row: PersonRow): PersonWithCounts {
  return {
    id: row.id as PersonId,
    identity:
      row.kind === 'named' ? { kind: 'named', name: row.name! } : { kind: 'unknown', number: row.number! },
    cover: row.cover as FaceId | null,
    createdAt: row.created_at,
    counts: { labeled: row.labeled, inferred: row.inferred, unknown: row.unknown },
  };
}
