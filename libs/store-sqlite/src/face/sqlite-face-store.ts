import {
  type Clock,
  type Face,
  type FaceBucket,
  type FaceCounts,
  type FaceFilter,
  type FaceGroup,
  type FaceGroupQuery,
  type FaceId,
  type FaceObservation,
  type FaceOutline,
  type FaceQuery,
  type FaceState,
  type FaceStore,
  type HumanView,
  inAskedOrder,
  instantOf,
  type Page,
  type PageRequest,
  type PersonId,
  type PhotoId,
  type Suggestion,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { readPage } from '../database/page-query';
import { bucketsOf, countOf } from './face-buckets';
import { counted, listed } from './face-folders';
import { type KeptGroups, readGroups } from './face-groups';
import { readFaces, readOutlines } from './face-page';
import { SCROLL_QUERY } from './face-queries';
import type { Reading } from './face-places';
import { faceOf, type FaceRow, observationOf, packedFacts } from './face-rows';
import { KeptAnswers } from './kept-answers';
import { projectFace } from './projection';
import { bringBackSuggestions, changeSuggestions, moveSuggestions } from './suggestions';

/** Lists whose timelines are kept: those that have nothing but a state. */
const LISTS = 25;
/** Groupings that are kept; each has everybody in it. */
const GROUPINGS = 4;
/** How many faces a long write changes before it gives way. */
const STEP = 100;

export class SqliteFaceStore implements FaceStore {
  private readonly timelines = new KeptAnswers<readonly FaceBucket[]>(LISTS);
  private readonly keptGroups: KeptGroups = new KeptAnswers(GROUPINGS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** How many faces are looked at before reading gives way. */
    private readonly readingStep: number = 20_000,
  ) {}

  upsert(faces: readonly FaceObservation[]): Promise<void> {
    return this.inSteps(faces, putObservation);
  }

  async get(id: FaceId): Promise<Face | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  getMany(ids: readonly FaceId[]): Promise<readonly Face[]> {
    return this.database.read((connection) => {
      const sql = 'SELECT * FROM faces WHERE id IN (SELECT value FROM json_each(?)) AND deleted IS NULL';
      return inAskedOrder(ids, connection.all<FaceRow>(sql, JSON.stringify(ids)).map(faceOf));
    });
  }

  ofPhoto(photo: PhotoId): Promise<readonly Face[]> {
    return this.database.read((connection) =>
      connection
        .all<FaceRow>('SELECT * FROM faces WHERE photo = ? AND deleted IS NULL ORDER BY seq', photo)
        .map(faceOf),
    );
  }

  async list(query: FaceQuery): Promise<Page<Face>> {
    return this.readLong((reading) => readFaces(reading, query));
  }

  outlines(query: FaceQuery): Promise<Page<FaceOutline>> {
    return this.readLong((reading) => readOutlines(reading, query));
  }

  async count(filter: FaceFilter): Promise<number> {
    if (isOfState(filter)) return totalOf(await this.counts(), filter.state);
    return this.readLong((reading) => countOf(reading, counted(reading, filter)));
  }

  buckets({ sort, ...filter }: FaceFilter & Pick<FaceQuery, 'sort'>): Promise<readonly FaceBucket[]> {
    const { timelines } = this;
    return this.readLong((reading) => {
      const read = () => bucketsOf(reading, listed(reading, filter, sort));
      return isOfState(filter)
        ? timelines.get(reading.connection, `${filter.state} by ${sort}`, read)
        : read();
    });
  }

  groups(query: FaceGroupQuery): Promise<Page<FaceGroup>> {
    return this.readLong((reading) => readGroups(reading, this.keptGroups, query));
  }

  counts(): Promise<FaceCounts> {
    return this.database.read((connection) => {
      const count = (state: FaceState) =>
        connection.get<{ n: number }>('SELECT n FROM tallies WHERE name = ?', `faces.${state}`)!.n;
      return {
        labeled: count('labeled'),
        inferred: count('inferred'),
        unknown: count('unknown'),
        ignored: count('ignored'),
      };
    });
  }

  deletedAmong(ids: readonly FaceId[]): Promise<readonly FaceObservation[]> {
    return this.database.read((connection) => {
      const sql =
        'SELECT * FROM faces WHERE id IN (SELECT value FROM json_each(?)) AND deleted IS NOT NULL AND removing = 0';
      return connection.all<FaceRow>(sql, JSON.stringify(ids)).map(observationOf);
    });
  }

  deletedUntil(time: string, limit: number): Promise<readonly FaceId[]> {
    return this.database.read((connection) => {
      const sql = 'SELECT id FROM faces WHERE deleted <= ? ORDER BY deleted LIMIT ?';
      return connection.all<{ id: FaceId }>(sql, Date.parse(time), limit).map(({ id }) => id);
    });
  }

  async beginRemoval(
    views: ReadonlyMap<FaceId, HumanView>,
    until: string,
  ): Promise<readonly FaceObservation[]> {
    const deleted = [...views].filter(([, { deletedAt }]) => deletedAt !== null);
    await this.inSteps(deleted, (connection, [face, { through }]) =>
      connection.run(BEGIN_REMOVAL, face, Date.parse(until), through),
    );
    return this.database.read((connection) => {
      const sql = 'SELECT * FROM faces WHERE id IN (SELECT value FROM json_each(?)) AND removing = 1';
      return connection.all<FaceRow>(sql, JSON.stringify([...views.keys()])).map(observationOf);
    });
  }

  remove(ids: readonly FaceId[]): Promise<void> {
    return this.inSteps(ids, (connection, id) => connection.run('DELETE FROM faces WHERE id = ?', id));
  }

  project(views: ReadonlyMap<FaceId, HumanView>): Promise<void> {
    const now = instantOf(this.clock.now());
    return this.inSteps([...views], (connection, [face, view]) => projectFace(connection, face, view, now));
  }

  rejectionsOf(ids: readonly FaceId[]): Promise<ReadonlyMap<FaceId, ReadonlySet<PersonId>>> {
    return this.database.read((connection) => {
      const sql = `SELECT face, person FROM rejections WHERE face IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM faces WHERE id = face AND deleted IS NULL)`;
      const rejections = new Map<FaceId, Set<PersonId>>();
      for (const { face, person } of connection.all<{ face: FaceId; person: PersonId }>(
        sql,
        JSON.stringify(ids),
      )) {
        rejections.set(face, (rejections.get(face) ?? new Set()).add(person));
      }
      return rejections;
    });
  }

  changeSuggestions(change: {
    readonly set: readonly Suggestion[];
    readonly clear: readonly FaceId[];
  }): Promise<number> {
    return this.database.writeLong(changeSuggestions(change.set, change.clear));
  }

  moveSuggestions(from: PersonId, to: PersonId | null): Promise<void> {
    return this.database.writeLong(moveSuggestions(from, to));
  }

  bringBackSuggestions(person: PersonId): Promise<void> {
    return this.database.writeLong(bringBackSuggestions(person));
  }

  labeledAs(person: PersonId): Promise<readonly FaceId[]> {
    return this.database.read((connection) =>
      connection
        .all<{ id: FaceId }>(`SELECT id FROM faces WHERE person = ? AND state = 'labeled'`, person)
        .map(({ id }) => id),
    );
  }

  scroll(page: PageRequest): Promise<Page<Face>> {
    return this.database.read((connection) => readPage(connection, SCROLL_QUERY, page, faceOf));
  }

  private readLong<T>(read: (reading: Reading) => Generator<void, T>): Promise<T> {
    return this.database.readLong((connection) => read({ connection, step: this.readingStep }));
  }

  private inSteps<T>(items: readonly T[], change: (connection: Connection, item: T) => void): Promise<void> {
    if (items.length <= STEP) {
      return this.database.write((connection) => {
        for (const item of items) change(connection, item);
      });
    }
    return this.database.writeLong(function* (connection) {
      for (const [index, item] of items.entries()) {
        change(connection, item);
        if (index % STEP === 0) yield;
      }
    });
  }
}

const BEGIN_REMOVAL = `
  UPDATE faces SET removing = 1 WHERE id = ?1 AND deleted <= ?2 AND said_through <= ?3
    AND NOT EXISTS (SELECT 1 FROM decisions WHERE face = ?1 AND sequence > ?3)`;

/** Whether a filter has nothing but a state, by which faces are counted all the time. */
function isOfState({ state: _, ...others }: FaceFilter): boolean {
  return Object.values(others).every((value) => value === undefined);
}

function totalOf(counts: FaceCounts, state: FaceState | undefined): number {
  return state === undefined ? counts.labeled + counts.inferred + counts.unknown : counts[state];
}

function putObservation(connection: Connection, face: FaceObservation): void {
  const { box, landmarks, qualityParts } = packedFacts(face);
  connection.run(
    `INSERT INTO faces (id, photo, pack, origin, box, landmarks, score, quality, quality_parts, crop_key, detected_at,
       photo_date, taken, folder)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, (SELECT folder FROM photos WHERE id = ?2))
     ON CONFLICT (id) DO UPDATE SET photo = excluded.photo, pack = excluded.pack, origin = excluded.origin,
       box = excluded.box, landmarks = excluded.landmarks, score = excluded.score, quality = excluded.quality,
       quality_parts = excluded.quality_parts, crop_key = excluded.crop_key, detected_at = excluded.detected_at,
       photo_date = excluded.photo_date, taken = excluded.taken, folder = excluded.folder`,
    face.id,
    face.photo,
    face.pack,
    face.origin,
    box,
    landmarks,
    face.score,
    face.quality.overall,
    qualityParts,
    face.cropKey,
    face.detectedAt,
    face.photoDate,
    instantOf(face.photoDate),
  );
}
