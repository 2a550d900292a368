import type { Job, JobChange, JobId, JobState, JobStore } from '@kindred/domain';
import type { Collection } from 'mongodb';
import type { CollectionPlan } from '../database/indexes';
import type { Library } from '../database/library';

const TURN = 'jobs';

export const JOBS: CollectionPlan = {
  name: 'jobs',
  schema: {
    required: ['kind', 'state', 'subject', 'done', 'failed', 'startedAt', 'updatedAt'],
    properties: { state: { enum: ['running', 'completed', 'cancelled', 'failed'] } },
  },
  indexes: [
    { startedAt: -1, _id: 1 },
    { state: 1, startedAt: -1, _id: 1 },
  ],
};

interface JobDocument extends Omit<Job, 'id'> {
  readonly _id: JobId;
}

export class MongoJobStore implements JobStore {
  constructor(private readonly database: Library) {}

  put({ id, ...job }: Job): Promise<void> {
    return this.database.take(TURN, (turn) => turn.commit([{ in: 'jobs', put: { _id: id, ...job } }]));
  }

  update(id: JobId, change: JobChange): Promise<Job | null> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length === 0) return this.get(id);
    return this.database.take(TURN, async (turn) => {
      const job = await this.get(id);
      if (job?.state !== 'running') return job;
      await turn.commit([{ in: 'jobs', set: id, to: given }]);
      return { ...job, ...given };
    });
  }

  async get(id: JobId): Promise<Job | null> {
    const job = await this.jobs.findOne({ _id: id });
    return job === null ? null : jobOf(job);
  }

  async list({ state, limit = 100 }: { readonly state?: JobState; readonly limit?: number } = {}): Promise<
    readonly Job[]
  > {
    const found = this.jobs.find(state === undefined ? {} : { state });
    return (await found.sort({ startedAt: -1, _id: 1 }).limit(limit).toArray()).map(jobOf);
  }

  private get jobs(): Collection<JobDocument> {
    return this.database.collection<JobDocument>('jobs');
  }
}

function jobOf({ _id: id, ...job }: JobDocument): Job {
  return { id, ...job };
}
