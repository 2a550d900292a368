import { KindredError } from '@kindred/domain';
import { Connection, migrate, refuseOthers, type Schema, translateDatabaseError } from '@kindred/sqlite';
import { MIGRATIONS } from '../schema/migrations';

/** Work that changes the database; it runs to its end without giving way, inside a transaction. */
export type Write<T> = (connection: Connection) => T;
/** Work that may take long: it gives way to other work of the process at each `yield`, inside one transaction. */
export type LongWrite<T> = (connection: Connection) => Generator<void, T>;

/** Reading that may take long: it gives way to other work of the process at each `yield`, and sees what that changes. */
export type LongRead<T> = (connection: Connection) => Generator<void, T>;

interface Queued {
  readonly work: LongWrite<unknown> | Write<unknown>;
  readonly long: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How many short writes share a transaction, and with it one wait for the disk. */
const LARGEST_GROUP = 256;
/** Milliseconds that long work, or one read after the other, may hold the event loop. */
const LONGEST_TURN = 8;
/** This database among SQLite's: "Knrd". */
const SCHEMA: Schema = { application: 0x4b6e7264, migrations: MIGRATIONS };
/** Bytes that the write-ahead log keeps on the disk after a large transaction. */
const JOURNAL_SIZE = 64 * 1024 * 1024;

/**
 * One SQLite file. Reads go to a connection of their own, so that they never wait for and never see an unfinished
 * write. Writes stand in a queue: those that arrive together are committed together, each undone alone when it
 * fails. A write is on the disk, safe from power loss, when its promise resolves.
 */
export class Database {
  private readonly queue: Queued[] = [];
  private draining: Promise<void> | null = null;
  private closed = false;
  /** When the first read of this turn of the event loop began; null before it. */
  private turnBegan: number | null = null;

  private constructor(
    private readonly file: string,
    private readonly writer: Connection,
    private readonly reader: Connection,
  ) {}

  /** @throws KindredError when the file cannot be opened, is damaged, or was written by a newer Kindred. */
  static open(file: string): Database {
    const opened: Connection[] = [];
    try {
      const connect = () => {
        const connection = new Connection(file);
        opened.push(connection);
        return connection;
      };
      const writer = connect();
      refuseOthers(writer, SCHEMA);
      writer.script('PRAGMA journal_mode = WAL');
      writer.script('PRAGMA synchronous = FULL');
      writer.script(`PRAGMA journal_size_limit = ${JOURNAL_SIZE}`);
      migrate(writer, SCHEMA);
      // A database in memory belongs to its connection.
      const reader = file === ':memory:' ? writer : connect();
      if (reader !== writer) reader.script('PRAGMA query_only = ON');
      return new Database(file, writer, reader);
    } catch (error) {
      for (const connection of opened) connection.close();
      throw translateDatabaseError(error, file);
    }
  }

  async read<T>(work: (connection: Connection) => T): Promise<T> {
    while (this.isTurnLong()) await nextTurn();
    try {
      return work(this.reader);
    } catch (error) {
      throw translateDatabaseError(error, this.file);
    }
  }

  async readLong<T>(work: LongRead<T>): Promise<T> {
    while (this.isTurnLong()) await nextTurn();
    try {
      return await inTurns(work(this.reader));
    } catch (error) {
      throw translateDatabaseError(error, this.file);
    }
  }

  write<T>(work: Write<T>): Promise<T> {
    return this.enqueue<T>(work, false);
  }

  writeLong<T>(work: LongWrite<T>): Promise<T> {
    return this.enqueue<T>(work, true);
  }

  /** Finishes the writes that were asked for, then closes the file. */
  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
    try {
      // Statements that are not yet collected keep libsql's connection half open, so it would not do this by itself.
      if (this.file !== ':memory:') this.writer.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The log is valid as it is; the next process takes it over.
    }
    this.reader.close();
    this.writer.close();
  }

  /** Whether reads have held the event loop for long: each is short, but whoever reads on and on never leaves it. */
  private isTurnLong(): boolean {
    const now = performance.now();
    if (this.turnBegan !== null) return now - this.turnBegan > LONGEST_TURN;
    this.turnBegan = now;
    setImmediate(() => {
      this.turnBegan = null;
    });
    return false;
  }

  private enqueue<T>(work: Queued['work'], long: boolean): Promise<T> {
    if (this.closed) {
      return Promise.reject(new KindredError('STORE_UNAVAILABLE', `The database ${this.file} is closed.`));
    }
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, long, resolve: resolve as (value: unknown) => void, reject });
      this.draining ??= this.drain();
    });
  }

  private async drain(): Promise<void> {
    // Writes that are asked for in the same turn of the event loop arrive before the first one starts.
    await nextTurn();
    while (this.queue.length > 0) {
      if (this.queue[0]!.long) await this.runLong(this.queue.shift()!);
      else this.runGroup(this.takeGroup());
      if (this.queue.length > 0) await nextTurn();
    }
    this.draining = null;
  }

  private takeGroup(): Queued[] {
    const end = this.queue.findIndex(({ long }) => long);
    return this.queue.splice(0, Math.min(end === -1 ? this.queue.length : end, LARGEST_GROUP));
  }

  private runGroup(group: readonly Queued[]): void {
    const settle: (() => void)[] = [];
    try {
      this.writer.script('BEGIN IMMEDIATE');
      for (const queued of group) settle.push(this.runInSavepoint(queued));
      this.writer.script('COMMIT');
    } catch (error) {
      this.rollBack();
      const translated = translateDatabaseError(error, this.file);
      for (const { reject } of group) reject(translated);
      return;
    }
    for (const step of settle) step();
  }

  /** Runs one write of a group. Returns what tells its caller the outcome once the group is committed. */
  private runInSavepoint({ work, resolve, reject }: Queued): () => void {
    this.writer.script('SAVEPOINT one');
    try {
      const value = work(this.writer);
      this.writer.script('RELEASE one');
      return () => resolve(value);
    } catch (error) {
      // A full disk ends the whole transaction by itself.
      if (!this.writer.inTransaction) throw error;
      this.writer.script('ROLLBACK TO one; RELEASE one');
      const translated = translateDatabaseError(error, this.file);
      return () => reject(translated);
    }
  }

  private async runLong({ work, resolve, reject }: Queued): Promise<void> {
    try {
      this.writer.script('BEGIN IMMEDIATE');
      const value = await this.runInTurns((work as LongWrite<unknown>)(this.writer));
      this.writer.script('COMMIT');
      resolve(value);
    } catch (error) {
      this.rollBack();
      reject(translateDatabaseError(error, this.file));
    }
  }

  private async runInTurns<T>(steps: Generator<void, T>): Promise<T> {
    if (this.reader !== this.writer) return inTurns(steps);
    // In memory there is one connection, and readers must not see the unfinished work.
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  private rollBack(): void {
    if (this.writer.inTransaction) this.writer.script('ROLLBACK');
  }
}

async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  let turnStarted = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turnStarted > LONGEST_TURN) {
      await nextTurn();
      turnStarted = performance.now();
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
