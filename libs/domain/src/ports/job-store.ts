import type { JobId } from '../identity/ids';
import type { Job, JobState } from '../job/job';

/** What may change about a job. */
export type JobChange = Partial<
  Pick<
    Job,
    'state' | 'total' | 'done' | 'failed' | 'updatedAt' | 'finishedAt' | 'failure' | 'stage' | 'result'
  >
>;

export interface JobStore {
  /** Inserts or replaces. */
  put(job: Job): Promise<void>;
  /**
   * Changes only the given fields, atomically, so that the services that share a job do not undo each other.
   * A job that has ended stays as it is. Returns the job as it is now, or null when it does not exist.
   */
  update(id: JobId, change: JobChange): Promise<Job | null>;
  get(id: JobId): Promise<Job | null>;
  /** The last started first; 100 at most unless `limit` says otherwise. */
  list(query?: { readonly state?: JobState; readonly limit?: number }): Promise<readonly Job[]>;
}
