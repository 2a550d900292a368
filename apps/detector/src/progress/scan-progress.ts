import { changeJob, type JobId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** How often one job's progress is counted, in milliseconds. */
const INTERVAL = 500;

/**
 * Keeps the jobs of scanned photos up to date. It counts the photos themselves instead of adding up messages, so
 * redeliveries, crashes and several detectors cannot make it wrong.
 */
export class ScanProgress {
  private readonly waiting = new Map<JobId, NodeJS.Timeout>();
  private readonly counting = new Set<Promise<void>>();

  constructor(private readonly ports: Pick<Ports, 'photos' | 'jobs' | 'bus' | 'clock' | 'logger' | 'metrics'>) {}

  /** A photo of this job was scanned or failed; the job is counted soon. */
  changed(job: JobId): void {
    if (this.waiting.has(job)) return;
    this.waiting.set(
      job,
      setTimeout(() => {
        this.waiting.delete(job);
        this.track(this.count(job));
      }, INTERVAL),
    );
  }

  /** Counts every job that waits for it, now. */
  async flush(): Promise<void> {
    const jobs = [...this.waiting.keys()];
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    for (const job of jobs) this.track(this.count(job));
    await Promise.all(this.counting);
  }

  private track(count: Promise<void>): void {
    const settled = count.catch((error: unknown) => this.ports.logger.warn({ err: error }, 'scan-progress.failed'));
    this.counting.add(settled);
    void settled.then(() => this.counting.delete(settled));
  }

  private async count(id: JobId): Promise<void> {
    const { photos, metrics } = this.ports;
    const { pending, scanned, failed } = await photos.countsOfJob(id);
    metrics.photosPending.set((await photos.counts()).pending);
    const job = await changeJob(this.ports, id, { done: scanned, failed });
    if (job?.state === 'running' && job.total !== null && pending === 0) {
      await changeJob(this.ports, id, { state: 'completed' });
    }
  }
}
