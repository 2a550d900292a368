import type { JobId } from '../identity/ids';
import type { Failure } from '../errors/kindred-error';
import type { ImportReport, NamesReport, SidecarReport, WithFailures } from '../label/exchange-reports';

/** `label` says something of all faces that match a filter, `import` takes in a file of statements, `names` the names in photos, `sidecars` writes names beside photos. */
export type JobKind = 'ingest' | 'detect' | 'rescan' | 'train' | 'label' | 'import' | 'names' | 'sidecars';
export type JobState = 'running' | 'completed' | 'cancelled' | 'failed';

/**
 * What a training is at: it reads the faces, compares them with each other, groups the unknown ones, matches them to
 * named people and saves the outcome.
 */
export type JobStage = 'read' | 'compare' | 'group' | 'match' | 'save';

/** What came of a training. */
export interface TrainingResult {
  /** Faces that are suggested to be a named person. */
  readonly matched: number;
  /** Groups of faces that belong to one unknown person each. */
  readonly groups: number;
  /** Faces whose suggestion is another one than before. */
  readonly changed: number;
  /** Questions whether two people are the same that wait for an answer. */
  readonly questions: number;
}

/** What came of a job, for the kinds of job that say it: a training, or labels that came in or went out. */
export type JobResult =
  | TrainingResult
  | { readonly imported: WithFailures<ImportReport> }
  | { readonly namesRead: NamesReport }
  | { readonly sidecars: WithFailures<SidecarReport> };

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
  /** Null where the kind of job has no stages, before the first one, and once the job has ended. */
  readonly stage: JobStage | null;
  /** What came of it; null before its end and where the kind of job has no result. */
  readonly result: JobResult | null;
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
