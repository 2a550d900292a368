import { type JobCardFragment } from '../graphql/generated/graphql';

/** Jobs whose end somebody waits for, as they are now. */
export class AwaitedJobs {
  private readonly awaited = new Map<string, { job: JobCardFragment; end: (job: JobCardFragment) => void }>();

  constructor(
    /** A job as it is now; null when nobody knows it. */
    private readonly ask: (id: string) => Promise<JobCardFragment | null>,
    /** Passes before a job is asked for of which no event told: connections break. */
    private readonly pause: () => Promise<void>,
    private readonly onChange: () => void,
  ) {}

  /** How far a job is; null when it ended, or nobody waits for it. */
  get(id: string): JobCardFragment | null {
    return this.awaited.get(id)?.job ?? null;
  }

  /** Resolves with the job when it is over, however it ended. */
  ended(job: JobCardFragment): Promise<JobCardFragment> {
    if (job.state !== 'RUNNING') return Promise.resolve(job);
    return new Promise((resolve) => {
      this.awaited.set(job.id, { job, end: resolve });
      this.onChange();
      void this.askUntilEnded(job.id);
    });
  }

  /** A job as an event told it. */
  follow(job: JobCardFragment): void {
    const entry = this.awaited.get(job.id);
    if (!entry) return;
    entry.job = job;
    if (job.state !== 'RUNNING') {
      this.awaited.delete(job.id);
      entry.end(job);
    }
    this.onChange();
  }

  private async askUntilEnded(id: string): Promise<void> {
    for (;;) {
      await this.pause();
      const entry = this.awaited.get(id);
      if (!entry) return;
      // Whoever cannot be reached now may be reached later.
      const job = await this.ask(id).catch(() => entry.job);
      // A job that nobody knows any more ended long ago.
      this.follow(job ?? { ...entry.job, state: 'COMPLETED' });
    }
  }
}
