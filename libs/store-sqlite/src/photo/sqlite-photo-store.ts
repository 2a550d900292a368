import {
  type FailedSource,
  type Failure,
  inAskedOrder,
  instantOf,
  type JobId,
  type Page,
  type PageRequest,
  type Photo,
  type PhotoCounts,
  type PhotoId,
  type PhotoQuery,
  type PhotoScan,
  type PhotoSource,
  type PhotoStore,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database, LongWrite } from '../database/database';
import { readPage } from '../database/page-query';
import { FAILURES_QUERY, GONE, PENDING_QUERY, photoListQuery } from './photo-queries';
import { photoOf, type PhotoRow, placeOf, scanFacts, sourceOf, type SourceRow } from './photo-rows';

type PendingRequest = { readonly job: JobId; readonly restoreDeleted: boolean };
type EndedScan = Exclude<PhotoScan, { state: 'pending' }>;

/** How many photos a long write changes before it gives way. */
const STEP = 500;

export class SqlitePhotoStore implements PhotoStore {
  constructor(private readonly database: Database) {}

  add(photo: Photo, source: PhotoSource): Promise<{ readonly added: boolean }> {
    return this.database.write((connection) => {
      const added = insertPhoto(connection, photo, source) === 1;
      if (!added && photo.original.kind === 'object') {
        connection.run(
          `UPDATE photos SET original_kind = 'object', original_place = ? WHERE id = ? AND original_kind = 'file'`,
          photo.original.key,
          photo.id,
        );
      }
      putSource(connection, source);
      return { added };
    });
  }

  get(id: PhotoId): Promise<Photo | null> {
    return this.database.read((connection) => {
      const row = connection.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id);
      return row === undefined ? null : photoOf(row);
    });
  }

  getMany(ids: readonly PhotoId[]): Promise<readonly Photo[]> {
    return this.database.read((connection) => {
      const sql = 'SELECT * FROM photos WHERE id IN (SELECT value FROM json_each(?))';
      return inAskedOrder(ids, connection.all<PhotoRow>(sql, JSON.stringify(ids)).map(photoOf));
    });
  }

  list(query: PhotoQuery): Promise<Page<Photo>> {
    return this.database.read((connection) => readPage(connection, photoListQuery(query), query, photoOf));
  }

  counts(): Promise<PhotoCounts> {
    return this.database.read((connection) =>
      countsFrom(connection.all<Tally>('SELECT state, n FROM photo_tallies')),
    );
  }

  countsOfJob(job: JobId): Promise<PhotoCounts> {
    return this.database.read((connection) =>
      countsFrom(connection.all<Tally>('SELECT state, n FROM photo_tallies WHERE job = ?', job)),
    );
  }

  pending(page: PageRequest): Promise<Page<Photo>> {
    return this.database.read((connection) => readPage(connection, PENDING_QUERY, page, photoOf));
  }

  requestScan(which: readonly PhotoId[] | 'all' | 'failed', request: PendingRequest): Promise<number> {
    const { job, restoreDeleted } = request;
    const pending = (condition: string) =>
      `UPDATE photos SET scan_state = 'pending', scan_job = ?, scan_facts = ? WHERE ${condition}`;
    const facts = scanFacts({ state: 'pending', job, restoreDeleted });
    return this.database.writeLong(function* (connection) {
      let changed = 0;
      if (which === 'failed') {
        const some = pending(`seq IN (SELECT seq FROM photos WHERE scan_state = 'failed' LIMIT ${STEP})`);
        for (let step; (step = connection.run(some, job, facts)) > 0; yield) changed += step;
      } else if (which === 'all') {
        const last = connection.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM photos')?.seq ?? 0;
        const some = pending('seq > ? AND seq <= ?');
        for (let seq = 0; seq < last; seq += STEP, yield)
          changed += connection.run(some, job, facts, seq, seq + STEP);
      } else {
        const unique = [...new Set(which)];
        const some = pending('id IN (SELECT value FROM json_each(?))');
        for (let start = 0; start < unique.length; start += STEP, yield) {
          changed += connection.run(some, job, facts, JSON.stringify(unique.slice(start, start + STEP)));
        }
      }
      return changed;
    });
  }

  completeScan(
    id: PhotoId,
    result: Omit<Extract<PhotoScan, { state: 'scanned' }>, 'state'>,
  ): Promise<boolean> {
    return this.endScan(id, { state: 'scanned', ...result });
  }

  failScan(
    id: PhotoId,
    result: { readonly job: JobId; readonly failure: Failure; readonly at: string },
  ): Promise<boolean> {
    return this.endScan(id, { state: 'failed', ...result });
  }

  failPendingScans(result: {
    readonly job: JobId;
    readonly failure: Failure;
    readonly at: string;
  }): Promise<number> {
    return this.database.writeLong(endPendingScans({ state: 'failed', ...result }));
  }

  async moveOriginal(id: PhotoId, original: Photo['original']): Promise<void> {
    await this.database.write((connection) =>
      connection.run(
        'UPDATE photos SET original_kind = ?, original_place = ? WHERE id = ?',
        original.kind,
        placeOf(original),
        id,
      ),
    );
  }

  source(path: string): Promise<PhotoSource | null> {
    return this.database.read((connection) => {
      const row = connection.get<SourceRow>('SELECT * FROM sources WHERE path = ?', path);
      return row === undefined ? null : sourceOf(row);
    });
  }

  sourcesOf(photo: PhotoId): Promise<readonly PhotoSource[]> {
    return this.database.read((connection) =>
      connection.all<SourceRow>('SELECT * FROM sources WHERE photo = ? ORDER BY path', photo).map(sourceOf),
    );
  }

  recordFailedSource(source: PhotoSource): Promise<void> {
    return this.database.write((connection) => putSource(connection, source));
  }

  async forgetSource(path: string): Promise<void> {
    await this.database.write((connection) => connection.run('DELETE FROM sources WHERE path = ?', path));
  }

  failures(page: PageRequest): Promise<Page<FailedSource>> {
    return this.database.read((connection) => readPage(connection, FAILURES_QUERY, page, failedSourceOf));
  }

  failureCount(): Promise<number> {
    return this.database.read((connection) => {
      const sources = connection.get<{ n: number }>(`SELECT n FROM tallies WHERE name = 'sources.failed'`)!;
      const scans = countsFrom(connection.all<Tally>('SELECT state, n FROM photo_tallies'));
      const gone = connection.get<{ n: number }>(`SELECT count(*) AS n FROM photos WHERE ${GONE}`)!;
      return sources.n + scans.failed - gone.n;
    });
  }

  private endScan(id: PhotoId, scan: EndedScan): Promise<boolean> {
    return this.database.write((connection) => {
      const sql = `UPDATE photos SET scan_state = ?, scan_facts = ?
        WHERE id = ? AND scan_state = 'pending' AND scan_job = ?`;
      return connection.run(sql, scan.state, scanFacts(scan), id, scan.job) === 1;
    });
  }
}

function insertPhoto(connection: Connection, photo: Photo, source: PhotoSource): number {
  const ingested = instantOf(photo.ingestedAt);
  return connection.run(
    `INSERT INTO photos (id, media_type, byte_length, width, height, original_kind, original_place, metadata,
       ingested_at, taken, ingested, path, scan_state, scan_job, scan_facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    photo.id,
    photo.mediaType,
    photo.byteLength,
    photo.width,
    photo.height,
    photo.original.kind,
    placeOf(photo.original),
    JSON.stringify(photo.metadata),
    photo.ingestedAt,
    photo.metadata.takenAt === undefined ? ingested : instantOf(photo.metadata.takenAt),
    ingested,
    source.path,
    photo.scan.state,
    photo.scan.job,
    scanFacts(photo.scan),
  );
}

function putSource(
  connection: Connection,
  { path, byteLength, modifiedAt, seenAt, outcome }: PhotoSource,
): void {
  connection.run(
    `INSERT INTO sources (path, byte_length, modified_at, seen_at, photo, failure) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET byte_length = excluded.byte_length, modified_at = excluded.modified_at,
       seen_at = excluded.seen_at, photo = excluded.photo, failure = excluded.failure`,
    path,
    byteLength,
    modifiedAt,
    seenAt,
    outcome.state === 'stored' ? outcome.photo : null,
    outcome.state === 'failed' ? JSON.stringify(outcome.failure) : null,
  );
}

function endPendingScans(scan: EndedScan): LongWrite<number> {
  const sql = `UPDATE photos SET scan_state = ?, scan_facts = ? WHERE seq IN
    (SELECT seq FROM photos WHERE scan_state = 'pending' AND scan_job = ? LIMIT ${STEP})`;
  return function* (connection) {
    let ended = 0;
    for (let step; (step = connection.run(sql, scan.state, scanFacts(scan), scan.job)) > 0; yield)
      ended += step;
    return ended;
  };
}

interface Tally {
  readonly state: PhotoScan['state'];
  readonly n: number;
}

function countsFrom(tallies: readonly Tally[]): PhotoCounts {
  const counts = { pending: 0, scanned: 0, failed: 0 };
  for (const { state, n } of tallies) counts[state] += n;
  return counts;
}

function failedSourceOf(row: {
  readonly path: string;
  readonly photo: string;
  readonly failure: string;
}): FailedSource {
  return {
    path: row.path,
    photo: row.photo === '' ? null : (row.photo as PhotoId),
    failure: JSON.parse(row.failure) as Failure,
  };
}
