import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Job, type JobId, JobProgress, KindredError } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** How often a run that waits for a thread looks whether it is still wanted, in milliseconds. */
const LOOK_INTERVAL = 500;

/** A training on its way: what it has done, and whether anybody still wants it. */
export class TrainingRun {
  readonly progress: JobProgress;

  constructor(
    private readonly ports: Pick<Ports, 'jobs' | 'bus' | 'clock'>,
    private readonly job: Job,
    private readonly shutdown: AbortSignal,
  ) {
    this.progress = new JobProgress(ports, job);
  }

  /**
   * Counts settled faces, lets others have their turn, and stops the run when it should not go on.
   * @throws KindredError `CANCELLED` when the job was cancelled; the reason of the shutdown when that has begun.
   */
  async step(settled = 0): Promise<void> {
    if (settled > 0) this.progress.add({ done: settled });
    await nextTurn();
    this.shutdown.throwIfAborted();
    await this.mustGoOn();
  }

  /** Does work that a signal can stop, and stops it as `step` would. */
  async watched<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const stop = () => controller.abort(this.shutdown.reason);
    this.shutdown.addEventListener('abort', stop);
    const looking = setInterval(() => {
      this.mustGoOn().catch((error: unknown) => controller.abort(error));
    }, LOOK_INTERVAL);
    try {
      return await work(controller.signal);
    } finally {
      clearInterval(looking);
      this.shutdown.removeEventListener('abort', stop);
    }
  }

  private async mustGoOn(): Promise<void> {
    const job = await this.ports.jobs.get(this.job.id);
    if (job?.state !== 'running') throw cancelled(this.job.id);
  }
}

const cancelled = (job: JobId) => new KindredError('CANCELLED', `The training ${job} was cancelled.`);
