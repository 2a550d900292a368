import type { JobId } from '../identity/ids';
import type { Job, JobState } from '../job/job';

export interface JobStore {
  /** Inserts or replaces. */
  put(job: Job): Promise<void>;
  get(id: JobId): Promise<Job | null>;
  /** Newest first. */
  list(query?: { readonly state?: JobState; readonly limit?: number }): Promise<readonly Job[]>;
}
