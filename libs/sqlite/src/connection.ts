import Database from 'libsql';
import { KindredError } from '@kindred/domain';

/** What a statement takes. */
export type Value = string | number | null | Uint8Array;

/** Milliseconds that a statement waits for another process before it gives up. */
const BUSY_TIMEOUT = 5000;
/** Kibibytes of pages that each connection keeps in memory. */
const CACHE = 32 * 1024;

/**
 * One libsql connection with its prepared statements. It smooths libsql's edges: parameters travel as one array
 * (a lone object as the first parameter means named ones, and a lone `Buffer` or a boolean aborts the process),
 * rows are plain, a blob arrives as an `ArrayBuffer` of its own, and reads run to their end, since a statement left half-way holds an old snapshot.
 */
export class Connection {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private open = true;

  constructor(readonly file: string) {
    this.database = new Database(file);
    this.database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    this.database.exec(`PRAGMA cache_size = -${CACHE}`);
    this.database.exec('PRAGMA foreign_keys = ON');
    this.database.exec('PRAGMA temp_store = MEMORY');
  }

  all<Row>(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.statement(sql).all([...parameters]) as Row[];
  }

  get<Row>(sql: string, ...parameters: readonly Value[]): Row | undefined {
    return this.all<Row>(sql, ...parameters)[0];
  }

  /** Runs a statement that answers no rows; returns how many rows it changed, those of triggers left out. */
  run(sql: string, ...parameters: readonly Value[]): number {
    return this.statement(sql).run([...parameters]).changes;
  }

  /** Runs statements without parameters, several at once. */
  script(sql: string): void {
    this.database.exec(sql);
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Database.Statement {
    // A libsql statement outlives its connection, so that only this check keeps a closed store closed.
    if (!this.open) throw new KindredError('STORE_UNAVAILABLE', `The database ${this.file} is closed.`);
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
