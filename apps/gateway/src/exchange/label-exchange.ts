import { createReadStream } from 'node:fs';
import {
  eraseFaces,
  type FaceId,
  type Failure,
  type Job,
  type JobKind,
  JobProgress,
  type JobResult,
  startJob,
  toFailure,
  type WaitingCounts,
} from '@kindred/domain';
import {
  importFromPhotos,
  type ImportOptions,
  importStatements,
  linesOf,
  type ReadLine,
  readStatements,
  WaitingStatements,
  writeSidecars,
} from '@kindred/label-exchange';
import type { Ports } from '@kindred/platform';
import type { UploadedFile, UploadFolder } from './upload-folder';

/** So many things that went wrong are told one by one; the others are counted. */
const MOST_FAILURES = 100;

/** Says that so many units more are done. */
type Count = (units: { readonly done?: number; readonly failed?: number }) => void;
/** What one job does, and what came of it. */
type Work = (count: Count, signal: AbortSignal) => Promise<JobResult>;

/**
 * Labels in and out as jobs, one at a time, in the order in which they were asked for. Each may be cancelled and asked
 * for again: what was taken in or written stays, and is not taken in twice.
 */
export class LabelExchange {
  private readonly stopping = new AbortController();
  private last: Promise<void> = Promise.resolve();
  private kept: WaitingStatements | null = null;

  constructor(
    private readonly ports: Ports,
    private readonly uploads: UploadFolder,
    private readonly waitingFile: string,
  ) {}

  /** Goes on with files that came whole before Kindred stopped. */
  async start(): Promise<void> {
    for (const file of await this.uploads.left()) await this.importFile(file, 'A file of before');
  }

  /** Stops what is being done, at a place where it can go on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.last;
    this.kept?.close();
    this.kept = null;
  }

  /** Takes in a file of statements, whose first line says what it is, and removes it. */
  importFile({ path, lines }: UploadedFile, subject: string): Promise<Job> {
    const work: Work = (count, signal) =>
      this.takeIn({ lines: counted(readStatements(linesOf(createReadStream(path))), count), signal });
    const finished = () => (this.stopping.signal.aborted ? Promise.resolve() : this.uploads.remove(path));
    return this.enqueue({ kind: 'import', subject, total: Math.max(0, lines - 1) }, work, finished);
  }

  /** Tries once more what imports left because its faces were not found. */
  importWaiting(): Promise<Job> {
    const job = {
      kind: 'import',
      subject: 'What waits for its photos',
      total: this.waiting().decisions,
    } as const;
    return this.enqueue(job, (count, signal) =>
      this.takeIn({ lines: null, signal, onProgress: inSteps(count) }),
    );
  }

  async readNames(): Promise<Job> {
    const job = { kind: 'names', subject: 'All photos', total: await this.photoCount() } as const;
    return this.enqueue(job, async (count, signal) => ({
      namesRead: await importFromPhotos(this.ports, { folders: [], onProgress: inSteps(count), signal }),
    }));
  }

  async writeSidecars(): Promise<Job> {
    const job = { kind: 'sidecars', subject: 'All photos', total: await this.photoCount() } as const;
    return this.enqueue(job, async (count, signal) => {
      const failures: Failure[] = [];
      const onFailed = (path: string, { code, message }: Failure) => {
        if (failures.length < MOST_FAILURES) failures.push({ code, message: `${path}: ${message}` });
      };
      const report = await writeSidecars(this.ports, { onFailed, onProgress: inSteps(count), signal });
      return { sidecars: { ...report, failures } };
    });
  }

  /** What waits for its photos. @throws KindredError `STORE_UNAVAILABLE`. */
  waiting(): WaitingCounts {
    return this.waitingStatements().count();
  }

  /** Open from when it is first needed until the exchange stops. */
  private waitingStatements(): WaitingStatements {
    return (this.kept ??= WaitingStatements.open(this.waitingFile));
  }

  private async takeIn(options: Pick<ImportOptions, 'lines' | 'signal' | 'onProgress'>): Promise<JobResult> {
    const failures: Failure[] = [];
    const onRefused = (failure: Failure) => {
      if (failures.length < MOST_FAILURES) failures.push(failure);
    };
    const ports = { ...this.ports, erase: (faces: readonly FaceId[]) => eraseFaces(this.ports, faces) };
    const waiting = this.waitingStatements();
    return { imported: { ...(await importStatements(ports, { ...options, waiting, onRefused })), failures } };
  }

  private async photoCount(): Promise<number> {
    const { pending, scanned, failed } = await this.ports.photos.counts();
    return pending + scanned + failed;
  }

  private async enqueue(
    facts: { readonly kind: JobKind; readonly subject: string; readonly total: number | null },
    work: Work,
    finished: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Job> {
    const job = await startJob(this.ports, facts);
    this.last = this.last
      .then(() => this.run(job, work))
      .then(finished)
      // A file that cannot be removed is taken in once more at the next start, to no effect.
      .catch((error: unknown) => this.ports.logger.warn({ job: job.id, err: error }, 'upload.not-removed'));
    return job;
  }

  /** Never fails: what went wrong is the job's failure. */
  private async run(job: Job, work: Work): Promise<void> {
    const { jobs, logger } = this.ports;
    const progress = new JobProgress(this.ports, job);
    const cancelling = new AbortController();
    const count: Count = (units) => {
      progress.add(units);
      if (progress.cancelled) cancelling.abort();
    };
    try {
      if ((await jobs.get(job.id))?.state !== 'running') return;
      const result = await work(count, AbortSignal.any([this.stopping.signal, cancelling.signal]));
      await progress.end('completed', null, result);
    } catch (error) {
      logger.warn({ job: job.id, err: error }, 'exchange.failed');
      await progress.end('failed', toFailure(error)).catch(() => undefined);
    }
  }
}

async function* counted(lines: AsyncIterable<ReadLine>, count: Count): AsyncGenerator<ReadLine> {
  for await (const line of lines) {
    count('failure' in line ? { failed: 1 } : { done: 1 });
    yield line;
  }
}

/** For whoever says how much is done in all, and not how much more. */
function inSteps(count: Count): (done: number) => void {
  let before = 0;
  return (done) => {
    count({ done: done - before });
    before = done;
  };
}
