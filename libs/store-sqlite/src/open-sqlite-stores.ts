import {
  type ActionJournal,
  type Clock,
  type FaceStore,
  type JobStore,
  type LabelLog,
  type PersonStore,
  type PhotoStore,
  type SamePersonQuestions,
  systemClock,
} from '@kindred/domain';
import { SqliteActionJournal } from './action/sqlite-action-journal';
import { Database } from './database/database';
import { SqliteFaceStore } from './face/sqlite-face-store';
import { SqliteJobStore } from './job/sqlite-job-store';
import { SqliteLabelLog } from './label/sqlite-label-log';
import { SqlitePersonStore } from './person/sqlite-person-store';
import { SqlitePhotoStore } from './photo/sqlite-photo-store';
import { SqliteSamePersonQuestions } from './question/sqlite-same-person-questions';

export interface SqliteStoresOptions {
  /** Created when missing, in a folder that exists; `:memory:` keeps everything in memory, for tests. */
  readonly file: string;
  /** Says when people changed and when a postponed question is open again; the time of the system unless it is given. */
  readonly clock?: Clock;
  /** How many faces are looked at before reading gives way; so many that this takes some milliseconds, unless given. */
  readonly readingStep?: number;
}

/** The stores of one library, in one file. */
export interface SqliteStores {
  readonly photos: PhotoStore;
  readonly faces: FaceStore;
  readonly people: PersonStore;
  readonly labels: LabelLog;
  readonly jobs: JobStore;
  readonly questions: SamePersonQuestions;
  readonly actions: ActionJournal;
  /** Finishes the writes that were asked for, then closes the file; calls after it fail with `STORE_UNAVAILABLE`. */
  close(): Promise<void>;
}

/**
 * Opens the stores and brings their schema up to date. Several processes may have the same file open.
 * @throws KindredError `STORE_UNAVAILABLE` when the file cannot be opened, is damaged, belongs to another program or
 * was written by a newer Kindred; `DISK_FULL`.
 */
export function openSqliteStores({
  file,
  clock = systemClock,
  readingStep,
}: SqliteStoresOptions): SqliteStores {
  const database = Database.open(file);
  return {
    photos: new SqlitePhotoStore(database),
    faces: new SqliteFaceStore(database, clock, readingStep),
    people: new SqlitePersonStore(database, clock),
    labels: new SqliteLabelLog(database),
    jobs: new SqliteJobStore(database),
    questions: new SqliteSamePersonQuestions(database, clock),
    actions: new SqliteActionJournal(database),
    close: () => database.close(),
  };
}
