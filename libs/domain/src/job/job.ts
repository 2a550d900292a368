import type { JobId } from '../identity/ids';
import type { Failure } from '../errors/kindred-error';

export type JobKind = 'ingest' | 'detect' | 'rescan' | 'train';
export type JobState = 'running' | 'completed' | 'cancelled' | 'failed';

/** A long-running unit of work that people can watch and cancel. */
export interface Job {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly state: JobState;
  /** What it works on, for people: a folder, or "12 photos". */
  readonly subject: string;
  /** How many units there are; null while they are still being counted. */
  readonly total: number | null;
  readonly done: number;
  readonly failed: number;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  readonly failure: Failure | null;
}

/** Units per second since the start; 0 before the first unit. */
export function jobRate(job: Job): number {
  const end = Date.parse(job.finishedAt ?? job.updatedAt);
  const seconds = (end - Date.parse(job.startedAt)) / 1000;
  return seconds > 0 ? (job.done + job.failed) / seconds : 0;
}

/** Seconds until the job is expected to end; null when that cannot be said yet. */
export function jobSecondsLeft(job: Job): number | null {
  if (job.state !== 'running' || job.total === null) return null;
  const rate = jobRate(job);
  return rate > 0 ? Math.max(0, job.total - job.done - job.failed) / rate : null;
}
