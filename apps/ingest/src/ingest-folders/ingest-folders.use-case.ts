import { randomUUID } from 'node:crypto';
import { sep } from 'node:path';
import {
  type Job,
  type JobId,
  JobProgress,
  type PhotoId,
  sealScanJob,
  startJob,
  pagesOf,
  toFailure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { IngestSettings } from '../settings';
import { type Keeping, type StoreOutcome, StorePhoto } from '../store-photo/store-photo.use-case';
import { type WalkEntry, walkFolder } from '../walk/walk-folder';
import { inParallel } from './in-parallel';

/** What became of the files of one run. `found` = `stored` + `duplicates` + `failed`. */
export interface IngestReport {
  readonly job: JobId;
  readonly found: number;
  /** Different photos, whether stored in this run or before: as many as `photos`. */
  readonly stored: number;
  /** Files with the same bytes as another file of this run. */
  readonly duplicates: number;
  readonly failed: number;
  /** The photos that the files of this run are. */
  readonly photos: ReadonlySet<PhotoId>;
  readonly cancelled: boolean;
}

/** Reads folders of photos into the library. */
export class IngestFolders {
  private readonly storePhoto: StorePhoto;

  constructor(
    private readonly ports: Ports,
    private readonly settings: IngestSettings,
  ) {
    this.storePhoto = new StorePhoto(ports, settings);
  }

  /**
   * Walks the folders and stores what is new; resolves when every file has been looked at. Detection of the new
   * photos goes on under its own job. Nothing that is wrong with a file ends the run.
   */
  async ingest(folders: readonly string[], keeping: Keeping, signal?: AbortSignal): Promise<IngestReport> {
    const { finished } = await this.start(folders, keeping, signal);
    return finished;
  }

  /** Begins what `ingest` does, and answers the job at once. */
  async start(
    folders: readonly string[],
    keeping: Keeping,
    signal?: AbortSignal,
  ): Promise<{ readonly job: Job; readonly finished: Promise<IngestReport> }> {
    const job = await startJob(this.ports, { kind: 'ingest', subject: folders.join(', '), total: null });
    return { job, finished: this.read(job, folders, keeping, signal) };
  }

  private async read(
    job: Job,
    folders: readonly string[],
    keeping: Keeping,
    signal?: AbortSignal,
  ): Promise<IngestReport> {
    const progress = new JobProgress(this.ports, job);
    const detection = new DetectionJob(this.ports, job);
    const counts = { found: 0, stored: 0, duplicates: 0, failed: 0 };
    const seen = new Set<PhotoId>();
    const failedPaths = new Set<string>();
    const stopped = () => progress.cancelled || signal?.aborted === true;
    const counting = countFiles(folders, stopped).then((total) => progress.setTotal(total));
    try {
      await inParallel(walkAll(folders, stopped), this.settings.ingestConcurrency, async (entry) => {
        const outcome = await this.take(entry, keeping, detection);
        counts.found += 1;
        if (outcome.state === 'failed') {
          counts.failed += 1;
          failedPaths.add(entry.path);
        } else if (seen.has(outcome.photo)) counts.duplicates += 1;
        else {
          seen.add(outcome.photo);
          counts.stored += 1;
        }
        progress.add(outcome.state === 'failed' ? { failed: 1 } : { done: 1 });
      });
      await counting;
      if (!stopped()) await this.forgetMended(folders, failedPaths);
      await detection.seal();
      await progress.end('completed');
    } catch (error) {
      await progress.end('failed', toFailure(error));
      throw error;
    }
    return { job: job.id, ...counts, photos: seen, cancelled: stopped() };
  }

  private async take(entry: WalkEntry, keeping: Keeping, detection: DetectionJob): Promise<StoreOutcome> {
    if (entry.kind === 'file') {
      const candidate = { ...entry, source: entry.path, file: entry.path };
      const outcome = await this.storePhoto.store(candidate, keeping, detection.id);
      if (outcome.state === 'added') await detection.start();
      return outcome;
    }
    const { path, failure } = entry;
    const source = { path, byteLength: 0, modifiedAt: 0, seenAt: this.ports.clock.now() };
    await this.ports.photos.recordFailedSource({ ...source, outcome: { state: 'failed', failure } });
    return { state: 'failed', failure };
  }

  /** What failed in an earlier run and did not fail in this one is mended or gone. */
  private async forgetMended(folders: readonly string[], failedPaths: ReadonlySet<string>): Promise<void> {
    const { photos } = this.ports;
    const isBelow = (path: string) =>
      folders.some(
        (folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep),
      );
    for await (const page of pagesOf((request) => photos.failures(request), 500)) {
      for (const { path, photo } of page) {
        if (photo === null && isBelow(path) && !failedPaths.has(path)) await photos.forgetSource(path);
      }
    }
  }
}

/** The job under which the photos of one run are scanned; it starts with the first new photo. */
class DetectionJob {
  readonly id = randomUUID() as JobId;
  private started: Promise<Job> | null = null;

  constructor(
    private readonly ports: Ports,
    private readonly ingest: Job,
  ) {}

  start(): Promise<Job> {
    this.started ??= startJob(this.ports, {
      id: this.id,
      kind: 'detect',
      subject: this.ingest.subject,
      total: null,
    });
    return this.started;
  }

  /** Says how many photos there are in all; the detector ends the job when it has seen them. */
  async seal(): Promise<void> {
    if (this.started === null) return;
    await this.started;
    await sealScanJob(this.ports, this.id);
  }
}

async function* walkAll(folders: readonly string[], stopped: () => boolean): AsyncGenerator<WalkEntry> {
  for (const folder of folders) {
    for await (const entry of walkFolder(folder)) {
      if (stopped()) return;
      yield entry;
    }
  }
}

async function countFiles(folders: readonly string[], stopped: () => boolean): Promise<number> {
  let count = 0;
  for await (const _ of walkAll(folders, stopped)) count += 1;
  return count;
}
