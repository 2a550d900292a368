import { KindredError } from '@kindred/domain';
import { Connection, migrate, refuseOthers, translateDatabaseError } from '@kindred/sqlite';
import { bytesOf } from './vector-bytes';
import { SCHEMA } from './schema';

export interface StoredPack {
  readonly id: number;
  readonly name: string;
  readonly dimension: number;
}

export interface StoredVector {
  readonly face: string;
  /** 32-bit floats; libsql gives every value memory of its own. */
  readonly vector: ArrayBuffer;
}

/** A vector with the place that it has in the file. */
export interface PlacedVector extends StoredVector {
  readonly pack: StoredPack;
  readonly place: number;
}

/** Bytes of a page of the file: several vectors of usual lengths fit one without leaving much of it empty. */
const PAGE_SIZE = 16 * 1024;
/** Bytes that the write-ahead log keeps on the disk after a large transaction. */
const JOURNAL_SIZE = 64 * 1024 * 1024;
/** Vectors that are read together: a few milliseconds' work. */
const ROWS_A_READ = 1024;

/** The vectors of every pack in one SQLite file, which belongs to one connection at a time. */
export class VectorDatabase {
  private constructor(private readonly connection: Connection) {}

  /**
   * @throws KindredError `STORE_UNAVAILABLE` when the file is in use, damaged, of another program or newer than this
   * code, or cannot be written; `DISK_FULL`.
   */
  static open(file: string): VectorDatabase {
    let connection: Connection | undefined;
    try {
      connection = new Connection(file);
      return VectorDatabase.over(connection);
    } catch (error) {
      connection?.close();
      throw translateDatabaseError(error, file);
    }
  }

  /** The same over a connection that is this database's from now on. */
  static over(connection: Connection): VectorDatabase {
    return attempt(connection.file, () => {
      // What is in memory mirrors the file, so nobody else may change it; the system frees the lock of a dead process.
      connection.script('PRAGMA locking_mode = EXCLUSIVE');
      refuseOthers(connection, SCHEMA);
      connection.script(`PRAGMA page_size = ${PAGE_SIZE}`);
      connection.script('PRAGMA journal_mode = WAL');
      connection.script('PRAGMA synchronous = FULL');
      connection.script(`PRAGMA journal_size_limit = ${JOURNAL_SIZE}`);
      migrate(connection, SCHEMA);
      return new VectorDatabase(connection);
    });
  }

  packs(): StoredPack[] {
    return this.attempt(() => this.connection.all<StoredPack>('SELECT id, name, dimension FROM packs'));
  }

  /** Does all of it or, when it throws, nothing. */
  transaction(work: () => void): void {
    this.attempt(() => {
      this.connection.script('BEGIN IMMEDIATE');
      try {
        work();
        this.connection.script('COMMIT');
      } catch (error) {
        if (this.connection.inTransaction) this.connection.script('ROLLBACK');
        throw error;
      }
    });
  }

  addPack(name: string, dimension: number): StoredPack {
    return this.attempt(() =>
      this.connection.get<StoredPack>(
        'INSERT INTO packs (name, dimension) VALUES (?, ?) RETURNING id, name, dimension',
        name,
        dimension,
      )!,
    );
  }

  put(pack: StoredPack, face: string, vector: Float32Array): void {
    this.connection.run(
      `INSERT INTO vectors (pack, face, vector) VALUES (?, ?, ?)
       ON CONFLICT (pack, face) DO UPDATE SET vector = excluded.vector`,
      pack.id,
      face,
      bytesOf(vector),
    );
  }

  delete(pack: StoredPack, face: string): void {
    this.connection.run('DELETE FROM vectors WHERE pack = ? AND face = ?', pack.id, face);
  }

  deleteEverywhere(face: string): void {
    this.connection.run('DELETE FROM vectors WHERE face = ?', face);
  }

  get(pack: StoredPack, face: string): StoredVector | undefined {
    return this.attempt(() => {
      const row = this.connection.get<StoredVector>(
        'SELECT face, vector FROM vectors WHERE pack = ? AND face = ?',
        pack.id,
        face,
      );
      return row && this.whole(pack, row);
    });
  }

  count(pack: StoredPack): number {
    return this.attempt(
      () =>
        this.connection.get<{ n: number }>('SELECT count(*) AS n FROM vectors WHERE pack = ?', pack.id)!.n,
    );
  }

  /** In face order, after this face. */
  page(pack: StoredPack, after: string, limit: number): StoredVector[] {
    return this.attempt(() =>
      this.connection
        .all<StoredVector>(
          'SELECT face, vector FROM vectors WHERE pack = ? AND face > ? ORDER BY face LIMIT ?',
          pack.id,
          after,
          limit,
        )
        .map((row) => this.whole(pack, row)),
    );
  }

  /**
   * Some vectors of these packs in the order in which they lie in the file, after this place; none at the end. Those
   * that are written meanwhile may be left out.
   */
  readOn(packs: Iterable<StoredPack>, after: number): PlacedVector[] {
    const byId = new Map(Array.from(packs, (pack) => [pack.id, pack]));
    return this.attempt(() =>
      this.connection
        .all<StoredVector & { id: number; pack: number }>(
          'SELECT id, pack, face, vector FROM vectors WHERE id > ? ORDER BY id LIMIT ?',
          after,
          ROWS_A_READ,
        )
        .map((row) => {
          const pack = byId.get(row.pack)!;
          return { ...this.whole(pack, row), pack, place: row.id };
        }),
    );
  }

  close(): void {
    try {
      // Statements that are not yet collected keep libsql's connection half open, and with it the lock; SQLite lets
      // go of it only where there is no write-ahead log, so the log is written back and left off until the next time.
      this.connection.script('PRAGMA journal_mode = DELETE');
      this.connection.script('PRAGMA locking_mode = NORMAL');
      this.packs();
    } catch {
      // The log is valid as it is; the next process takes it over, at the latest when this one has ended.
    }
    this.connection.close();
  }

  private whole(pack: StoredPack, row: StoredVector): StoredVector {
    if (row.vector.byteLength === pack.dimension * Float32Array.BYTES_PER_ELEMENT) return row;
    throw new KindredError(
      'STORE_UNAVAILABLE',
      `${this.connection.file} is damaged: the vector of ${row.face} is cut off.`,
      {
        hint: 'Restore it from a backup, or move it away and rescan the photos.',
      },
    );
  }

  private attempt<T>(work: () => T): T {
    return attempt(this.connection.file, work);
  }
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateDatabaseError(error, file);
  }
}
