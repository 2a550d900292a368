import type { WaitingCounts } from '@kindred/domain';
import type { CoverStatement, DecisionStatement } from '../statements/statement';
import { Connection, migrate, refuseOthers, type Schema, translateDatabaseError } from '@kindred/sqlite';

/** Something said about a face that is not known here yet; `name` is of the person it speaks of. */
export interface AboutFace {
  readonly statement: DecisionStatement | CoverStatement;
  readonly name: string | null;
}

/** This database among SQLite's: "KnrW". */
const SCHEMA: Schema = {
  application: 0x4b6e7257,
  migrations: [
    `CREATE TABLE waiting (
       place     INTEGER PRIMARY KEY AUTOINCREMENT,
       key       TEXT NOT NULL UNIQUE,
       kind      TEXT NOT NULL,
       statement TEXT NOT NULL, -- JSON
       name      TEXT
     ) STRICT;`,
    'CREATE INDEX waiting_of_kind ON waiting (kind);',
  ],
};

/** Imported statements whose faces are not found yet, kept until they are. */
export class WaitingStatements {
  private constructor(private readonly connection: Connection) {}

  /** @throws KindredError `STORE_UNAVAILABLE`. */
  static open(file: string): WaitingStatements {
    let connection: Connection | null = null;
    try {
      connection = new Connection(file);
      refuseOthers(connection, SCHEMA);
      connection.script('PRAGMA journal_mode = WAL');
      connection.script('PRAGMA synchronous = FULL');
      migrate(connection, SCHEMA);
      return new WaitingStatements(connection);
    } catch (error) {
      connection?.close();
      throw translateDatabaseError(error, file);
    }
  }

  /** Durable when it returns; a decision that waits already keeps its place, a cover replaces the one before it. */
  add(entries: readonly AboutFace[]): void {
    const sql = `INSERT INTO waiting (key, kind, statement, name) VALUES (?, ?, ?, ?)
                 ON CONFLICT (key) DO UPDATE SET statement = excluded.statement, name = excluded.name`;
    this.inOneStep(() => {
      for (const { statement, name } of entries)
        this.connection.run(sql, keyOf(statement), statement.kind, JSON.stringify(statement), name);
    });
  }

  /** In the order in which they came. */
  after(place: number, limit: number): readonly (AboutFace & { readonly place: number })[] {
    const sql = 'SELECT place, statement, name FROM waiting WHERE place > ? ORDER BY place LIMIT ?';
    return this.connection
      .all<{ place: number; statement: string; name: string | null }>(sql, place, limit)
      .map(({ place, statement, name }) => ({ place, statement: JSON.parse(statement), name }));
  }

  remove(statements: readonly AboutFace['statement'][]): void {
    this.inOneStep(() => {
      for (const statement of statements)
        this.connection.run('DELETE FROM waiting WHERE key = ?', keyOf(statement));
    });
  }

  count(): WaitingCounts {
    const count = (kind: string) =>
      this.connection.get<{ n: number }>('SELECT count(*) AS n FROM waiting WHERE kind = ?', kind)!.n;
    return { decisions: count('decision'), covers: count('cover') };
  }

  close(): void {
    this.connection.close();
  }

  private inOneStep(work: () => void): void {
    try {
      this.connection.script('BEGIN IMMEDIATE');
      work();
      this.connection.script('COMMIT');
    } catch (error) {
      if (this.connection.inTransaction) this.connection.script('ROLLBACK');
      throw translateDatabaseError(error, this.connection.file);
    }
  }
}

const keyOf = (statement: AboutFace['statement']): string =>
  statement.kind === 'decision' ? statement.id : `cover of ${statement.person}`;
