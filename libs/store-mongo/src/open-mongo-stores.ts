import type { ActionJournal, JobStore, LabelLog } from '@kindred/domain';
import { ACTIONS, MongoActionJournal } from './action/mongo-action-journal';
import { translating } from './database/failures';
import { Library } from './database/library';
import { JOBS, MongoJobStore } from './job/mongo-job-store';
import { DECISIONS } from './label/decision-documents';
import { MongoLabelLog } from './label/mongo-label-log';

export interface MongoStoresOptions {
  /** `mongodb://…` or `mongodb+srv://…`, of MongoDB or a service that speaks its protocol. */
  readonly url: string;
  /** The database of this library; that of the address unless it is given. */
  readonly database?: string;
  /** Milliseconds without a sign after which another process counts as gone, and what it began is finished; 10 000 unless given. */
  readonly lease?: number;
}

/** The stores of one library that a MongoDB can keep. */
export interface MongoStores {
  readonly labels: LabelLog;
  readonly jobs: JobStore;
  readonly actions: ActionJournal;
  /** Finishes the writes that were asked for, then disconnects. */
  close(): Promise<void>;
}

/**
 * Opens the stores, and makes the collections and indexes that are missing. Any number of processes may have the same
 * library open. @throws KindredError `STORE_UNAVAILABLE` when the server does not answer or refuses access.
 */
export async function openMongoStores({
  url,
  database,
  lease = 10_000,
}: MongoStoresOptions): Promise<MongoStores> {
  const library = await Library.open({ url, name: database, lease }, [DECISIONS, ACTIONS, JOBS]);
  const store = <Store extends object>(one: Store) => translating(one, library.place);
  const labels = store(new MongoLabelLog(library));
  return {
    labels,
    jobs: store(new MongoJobStore(library)),
    actions: store(new MongoActionJournal(library, () => labels.lastSequence())),
    close: () => library.close(),
  };
}
