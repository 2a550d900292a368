import { randomUUID } from 'node:crypto';
import type { Failure } from '../errors/kindred-error';
import type { JobId } from '../identity/ids';
import type { Clock } from '../ports/clock';
import type { EventBus } from '../ports/event-bus';
import type { JobChange, JobStore } from '../ports/job-store';
import type { Job, JobKind, JobResult, JobStage } from './job';

export interface JobPorts {
  readonly jobs: JobStore;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly clock: Clock;
}

/** How often a job's progress is stored and announced, in milliseconds. */
const INTERVAL = 500;

/** Starts a job, stores it and announces it. */
export async function startJob(
  ports: JobPorts,
  facts: {
    readonly kind: JobKind;
    readonly subject: string;
    readonly total: number | null;
    readonly id?: JobId;
  },
): Promise<Job> {
  const now = ports.clock.now();
  const job: Job = {
    id: facts.id ?? (randomUUID() as JobId),
    kind: facts.kind,
    state: 'running',
    subject: facts.subject,
    total: facts.total,
    done: 0,
    failed: 0,
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
    failure: null,
    stage: null,
    result: null,
  };
  await ports.jobs.put(job);
  await announceJob(ports, job);
  return job;
}

/** Changes a job and announces what it is now; null when there is no such job. One that ends has no stage any more. */
export async function changeJob(
  ports: JobPorts,
  id: JobId,
  change: Omit<JobChange, 'updatedAt'>,
): Promise<Job | null> {
  const now = ports.clock.now();
  const ended = change.state !== undefined && change.state !== 'running';
  const end: Partial<JobChange> = ended ? { finishedAt: now, stage: null } : {};
  const job = await ports.jobs.update(id, { ...change, updatedAt: now, ...end });
  if (job !== null) await announceJob(ports, job);
  return job;
}

async function announceJob({ bus }: JobPorts, job: Job): Promise<void> {
  const id = [job.id, job.state, job.stage, job.updatedAt, job.total, job.done, job.failed].join(':');
  // Live views are a courtesy: work must go on when nobody can be told about it.
  await bus.publish('jobs.progress', { id, data: { job } }).catch(() => undefined);
}

/** Counts the units of one running job; stores and announces them at most twice a second. */
export class JobProgress {
  private done = 0;
  private failed = 0;
  private total: number | null;
  private stage: JobStage | null;
  private lastReport = 0;
  private reporting: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly ports: JobPorts,
    readonly job: Job,
  ) {
    this.total = job.total;
    this.stage = job.stage;
  }

  /** True once somebody cancelled the job; known at the latest one report after it happened. */
  get cancelled(): boolean {
    return this.stopped;
  }

  add(units: { readonly done?: number; readonly failed?: number }): void {
    this.done += units.done ?? 0;
    this.failed += units.failed ?? 0;
    this.reportSoon();
  }

  setTotal(total: number): void {
    this.total = total;
    this.reportSoon();
  }

  /** Stores and announces that this stage begins, with what was counted until now; again the same stage is no news. */
  async enter(stage: JobStage): Promise<void> {
    if (stage === this.stage) return;
    this.stage = stage;
    this.reporting = this.reporting.then(() => this.report()).catch(() => undefined);
    await this.reporting;
  }

  /** Stores the final state and what came of it; a job that was cancelled stays cancelled. */
  async end(
    state: 'completed' | 'failed',
    failure: Failure | null = null,
    result: JobResult | null = null,
  ): Promise<void> {
    await this.reporting;
    await changeJob(this.ports, this.job.id, {
      state,
      failure,
      result,
      done: this.done,
      failed: this.failed,
      total: this.total ?? this.done + this.failed,
    });
  }

  private reportSoon(): void {
    const now = Date.now();
    if (now - this.lastReport < INTERVAL) return;
    this.lastReport = now;
    this.reporting = this.reporting.then(() => this.report()).catch(() => undefined);
  }

  private async report(): Promise<void> {
    const { done, failed, total, stage } = this;
    const job = await changeJob(this.ports, this.job.id, { done, failed, total, stage });
    if (job?.state === 'cancelled') this.stopped = true;
  }
}
