import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, type JobKind, jobRate, jobSecondsLeft } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { counted, duration } from '../terminal/format';
import type { Reporter } from '../terminal/reporter';

const INTERVAL = 400;

/** Kinds of jobs that count photos, the slower ones first. */
const PACE_SETTERS: readonly JobKind[] = ['detect', 'rescan', 'ingest'];

type ProgressPorts = Pick<Ports, 'photos' | 'faces' | 'jobs'>;

/** Shows what is stored, scanned and found, how fast and for how long still, until it is stopped. */
export class ProgressLine {
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly ports: ProgressPorts,
    private readonly reporter: Reporter,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
    this.reporter.endProgress();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      // The line is a courtesy: work goes on, and says what is wrong, when it cannot be shown.
      await this.show().catch(() => undefined);
      await sleep(INTERVAL, undefined, { signal }).catch(() => undefined);
    }
  }

  private async show(): Promise<void> {
    const jobs = await this.ports.jobs.list({ state: 'running', limit: 10 });
    if (jobs.length === 0) return this.reporter.endProgress();
    const line = await this.line(jobs);
    if (!this.stopped.signal.aborted) this.reporter.progress(line);
  }

  private async line(jobs: readonly Job[]): Promise<string> {
    const { photos, faces } = this.ports;
    const [{ pending, scanned, failed }, standing, failures] = [
      await photos.counts(),
      await faces.counts(),
      await photos.failureCount(),
    ];
    const parts = [
      `${counted(pending + scanned + failed, 'photo')} stored`,
      `${scanned.toLocaleString('en')} scanned`,
      counted(standing.labeled + standing.inferred + standing.unknown, 'face'),
    ];
    const slowest = PACE_SETTERS.map((kind) => jobs.find((job) => job.kind === kind)).find(
      (job) => job !== undefined,
    );
    if (slowest !== undefined) {
      const left = jobSecondsLeft(slowest);
      parts.push(
        `${jobRate(slowest).toFixed(1)} photos/s`,
        ...(left === null ? [] : [`${duration(left)} left`]),
      );
    }
    if (failures > 0) parts.push(`${failures.toLocaleString('en')} failed`);
    return parts.join(' · ');
  }
}
