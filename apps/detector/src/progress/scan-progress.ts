import { type CountScanPorts, countScanJob, type JobId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** How often one job's progress is counted, in milliseconds. */
const INTERVAL = 500;

export type ScanProgressPorts = CountScanPorts & Pick<Ports, 'photos' | 'logger' | 'metrics'>;

/**
 * Keeps the jobs of scanned photos up to date. It counts the photos themselves instead of adding up messages, so
 * redeliveries, crashes and several detectors cannot make it wrong.
 */
export class ScanProgress {
  private readonly waiting = new Map<JobId, NodeJS.Timeout>();
  private readonly counting = new Set<Promise<void>>();

  constructor(private readonly ports: ScanProgressPorts) {}

  /** A photo of this job was scanned, failed or taken over by another job; the job is counted soon. */
  changed(job: JobId): void {
    if (this.waiting.has(job)) return;
    this.waiting.set(
      job,
      setTimeout(() => {
        this.waiting.delete(job);
        // It may have been the last photo of its job: nobody would count it again.
        this.track(this.count(job), () => this.changed(job));
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

  private track(count: Promise<void>, onFailure?: () => void): void {
    const settled = count.catch((error: unknown) => {
      this.ports.logger.warn({ err: error }, 'scan-progress.failed');
      onFailure?.();
    });
    this.counting.add(settled);
    void settled.then(() => this.counting.delete(settled));
  }

  private async count(job: JobId): Promise<void> {
    const { photos, metrics } = this.ports;
    metrics.photosPending.set((await photos.counts()).pending);
    await countScanJob(this.ports, job);
  }
}
