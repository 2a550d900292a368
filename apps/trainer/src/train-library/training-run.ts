import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Job,
  type JobId,
  JobProgress,
  type JobStage,
  KindredError,
  type TrainingResult,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** How often a run that waits for a thread looks whether it is still wanted, in milliseconds. */
const LOOK_INTERVAL = 500;

/** A training on its way: what it has done, and whether anybody still wants it. */
export class TrainingRun {
  readonly progress: JobProgress;
  private open = 0;
  private all = 0;
  private settled = 0;

  constructor(
    private readonly ports: Pick<Ports, 'jobs' | 'bus' | 'clock'>,
    private readonly job: Job,
    private readonly shutdown: AbortSignal,
  ) {
    this.progress = new JobProgress(ports, job);
  }

  /**
   * Lets others have their turn, and stops the run when it should not go on.
   * @throws KindredError `CANCELLED` when the job was cancelled; the reason of the shutdown when that has begun.
   */
  async step(): Promise<void> {
    await nextTurn();
    this.shutdown.throwIfAborted();
    await this.mustGoOn();
  }

  /** Shows which part of the training begins. */
  async enter(stage: JobStage): Promise<void> {
    await this.step();
    await this.progress.enter(stage);
  }

  /** Knows how much there is to do: open faces, and all that they are compared with. */
  expect(open: number, all: number): void {
    this.open = open;
    this.all = all;
    this.progress.setTotal(open);
  }

  /** Shows how far a thread is. @param compared faces that are compared with the others, of all. */
  report(stage: JobStage, compared: number): void {
    if (stage === 'compare') this.settle(Math.floor((this.open * compared) / Math.max(1, this.all)));
    // Failing to show a stage is no reason to stop.
    void this.progress.enter(stage).catch(() => undefined);
  }

  /** Ends the job well, every face done. */
  end(result: TrainingResult): Promise<void> {
    this.settle(this.open);
    return this.progress.end('completed', null, result);
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

  private settle(faces: number): void {
    if (faces <= this.settled) return;
    this.progress.add({ done: faces - this.settled });
    this.settled = faces;
  }

  private async mustGoOn(): Promise<void> {
    const job = await this.ports.jobs.get(this.job.id);
    if (job?.state !== 'running') throw cancelled(this.job.id);
  }
}

const cancelled = (job: JobId) => new KindredError('CANCELLED', `The training ${job} was cancelled.`);
