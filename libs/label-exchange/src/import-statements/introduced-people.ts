import type { PersonId } from '@kindred/domain';
import { Connection } from '@kindred/sqlite';

/** Somebody of an import, and who that is in this library. */
export interface IntroducedPerson {
  readonly id: PersonId;
  readonly here: PersonId;
  readonly name: string;
  /** Whether the import made a person of them. */
  readonly created: boolean;
}

/**
 * Who the people of an import are in this library, while it runs. They are in a file that nobody else sees and that is
 * gone at the end, since an import may bring more people than memory should hold.
 */
export class IntroducedPeople {
  private readonly connection = new Connection('');

  constructor() {
    this.connection.script(`CREATE TABLE people (
      id      TEXT PRIMARY KEY,
      here    TEXT NOT NULL,
      name    TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`);
  }

  find(id: PersonId): IntroducedPerson | null {
    const sql = 'SELECT here, name, created FROM people WHERE id = ?';
    const row = this.connection.get<{ here: PersonId; name: string; created: number }>(sql, id);
    return row === undefined ? null : { ...row, id, created: row.created === 1 };
  }

  add({ id, here, name, created }: IntroducedPerson): void {
    const sql = 'INSERT INTO people (id, here, name, created) VALUES (?, ?, ?, ?)';
    this.connection.run(sql, id, here, name, created ? 1 : 0);
  }

  /** How many people of this library they are: those that the import made, and those that were here. */
  counts(): { readonly created: number; readonly known: number } {
    const sql = `SELECT coalesce(sum(created), 0) AS created, count(*) - coalesce(sum(created), 0) AS known
                 FROM (SELECT max(created) AS created FROM people GROUP BY here)`;
    const { created, known } = this.connection.get<{ created: number; known: number }>(sql)!;
    return { created, known };
  }

  close(): void {
    this.connection.close();
  }
}
