import { availableParallelism } from 'node:os';
import { KindredError, type Box } from '@kindred/domain';
import type { AnalyserOptions, PhotoAnalyser, PhotoAnalysis } from '../analyse/analysis';
import type { PhotoSource } from '../decode/source';
import { PoolWorker } from './pool-worker';
import { workerFile } from './worker-file';

export interface PoolOptions extends AnalyserOptions {
  /** Threads, each with its own models. Default: one a processor. */
  readonly workers?: number;
}

export interface AnalyseOptions {
  /** Somebody waits for it: it goes before photos that wait in line for nobody in particular. */
  readonly urgent?: boolean;
  /** Gives up waiting: a photo that has not begun is dropped, the result of one that has is thrown away. */
  readonly signal?: AbortSignal;
}

/** Photos that a worker holds: one that has the models, one that is decoded meanwhile. */
const PHOTOS_A_WORKER = 2;
/** A worker that dies this often in a row before it is ready will not get ready. */
const MOST_FAILED_STARTS = 3;

interface Waiting {
  readonly source: PhotoSource;
  readonly boxes: readonly Box[] | null;
  readonly urgent: boolean;
  readonly resolve: (analysis: PhotoAnalysis) => void;
  readonly reject: (error: unknown) => void;
  /** Was in a worker that died while it held other photos too; runs alone now, which shows whose fault it was. */
  suspect: boolean;
  /** Nobody waits for it any more. */
  abandoned: boolean;
}

/**
 * Analyses photos in worker threads. Take `capacity` photos at a time to keep every worker busy; more wait in
 * line. A worker that dies fails only the photo that killed it, with a transient error, and is replaced; photos
 * that it held besides are tried again.
 */
export class AnalyserPool implements PhotoAnalyser {
  private readonly workers = new Set<PoolWorker>();
  private readonly line: Waiting[] = [];
  private readonly running = new Map<PoolWorker, Set<Waiting>>();
  private nextTask = 0;
  private failedStarts = 0;
  private state: 'opening' | 'open' | 'closed' = 'opening';

  private constructor(
    private readonly file: string,
    private readonly options: PoolOptions,
    private readonly size: number,
  ) {}

  /**
   * @param file the script that each worker runs.
   * @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE` or `PACK_INVALID`.
   */
  static async open(options: PoolOptions, file = workerFile()): Promise<AnalyserPool> {
    const size = Math.max(1, options.workers ?? availableParallelism());
    const pool = new AnalyserPool(file, options, size);
    const results = await Promise.allSettled(Array.from({ length: size }, () => pool.hire()));
    const refused = results.find((result) => result.status === 'rejected');
    if (refused) {
      await pool.close();
      throw refused.reason;
    }
    pool.state = 'open';
    return pool;
  }

  /** How many photos make progress at once. */
  get capacity(): number {
    return this.size * PHOTOS_A_WORKER;
  }

  analyse(source: PhotoSource, options: AnalyseOptions = {}): Promise<PhotoAnalysis> {
    return this.enqueue(source, null, options);
  }

  analyseRegions(
    source: PhotoSource,
    boxes: readonly Box[],
    options: AnalyseOptions = {},
  ): Promise<PhotoAnalysis> {
    return this.enqueue(source, boxes, options);
  }

  /** Stops at once; photos that are not finished fail with a transient error. */
  async close(): Promise<void> {
    this.state = 'closed';
    for (const waiting of this.line.splice(0)) waiting.reject(poolClosed());
    await Promise.all([...this.workers].map((worker) => worker.stop()));
  }

  private enqueue(
    source: PhotoSource,
    boxes: readonly Box[] | null,
    { signal, urgent = false }: AnalyseOptions,
  ): Promise<PhotoAnalysis> {
    if (this.state === 'closed') return Promise.reject(poolClosed());
    if (signal?.aborted) return Promise.reject(signal.reason);
    let onAbort = () => {};
    const analysis = new Promise<PhotoAnalysis>((resolve, reject) => {
      const waiting: Waiting = { source, boxes, urgent, resolve, reject, suspect: false, abandoned: false };
      onAbort = () => this.abandon(waiting, signal?.reason);
      this.line.splice(this.placeFor(waiting), 0, waiting);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    this.dispatch();
    return analysis.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  /** Behind those that are as urgent. */
  private placeFor({ urgent }: Waiting): number {
    const place = urgent ? this.line.findIndex((other) => !other.urgent) : -1;
    return place === -1 ? this.line.length : place;
  }

  private abandon(waiting: Waiting, reason: unknown): void {
    waiting.abandoned = true;
    const place = this.line.indexOf(waiting);
    if (place !== -1) this.line.splice(place, 1);
    waiting.reject(reason);
  }

  private dispatch(): void {
    while (this.line.length > 0) {
      const next = this.line[0]!;
      const worker = this.workerFor(next);
      if (!worker) return;
      this.line.shift();
      this.give(worker, next);
    }
  }

  /** The least busy worker that may take the photo: a suspect needs an idle one, and has it to itself. */
  private workerFor(waiting: Waiting): PoolWorker | null {
    let best: PoolWorker | null = null;
    for (const [worker, photos] of this.running) {
      const room = [...photos].some((photo) => photo.suspect) ? 0 : waiting.suspect ? 1 : PHOTOS_A_WORKER;
      if (worker.load < room && (!best || worker.load < best.load)) best = worker;
    }
    return best;
  }

  private give(worker: PoolWorker, waiting: Waiting): void {
    const { source, boxes } = waiting;
    const photos = this.running.get(worker)!;
    photos.add(waiting);
    const done = () => {
      photos.delete(waiting);
      this.dispatch();
    };
    worker.start(
      { task: this.nextTask++, boxes, source: typeof source === 'string' ? source : new Uint8Array(source) },
      {
        analysed: (analysis) => (waiting.resolve(analysis), done()),
        failed: (error) => (waiting.reject(error), done()),
        orphaned: (cause) => this.orphan(waiting, photos, cause),
      },
    );
  }

  private orphan(waiting: Waiting, photos: ReadonlySet<Waiting>, cause: KindredError): void {
    if (this.state === 'closed') waiting.reject(poolClosed());
    else if (photos.size === 1) waiting.reject(cause);
    else if (!waiting.abandoned) {
      waiting.suspect = true;
      this.line.unshift(waiting);
    }
  }

  private async hire(): Promise<void> {
    const worker = new PoolWorker(this.file, this.options, (dead) => this.replace(dead));
    this.workers.add(worker);
    await worker.ready;
    this.failedStarts = 0;
    this.running.set(worker, new Set());
    this.dispatch();
  }

  private replace(dead: PoolWorker): void {
    const wasReady = this.running.delete(dead);
    this.workers.delete(dead);
    if (this.state !== 'open') return;
    if (!wasReady) this.failedStarts += 1;
    if (this.failedStarts < MOST_FAILED_STARTS) {
      this.hire().catch(() => undefined);
    } else if (this.workers.size === 0) {
      for (const waiting of this.line.splice(0)) waiting.reject(noWorker());
    }
  }
}

function poolClosed(): KindredError {
  return new KindredError('INTERNAL', 'The photo was not analysed because Kindred is shutting down.', {
    hint: 'It is analysed after the next start.',
    transient: true,
  });
}

function noWorker(): KindredError {
  return new KindredError('INTERNAL', 'No analyser can be started.', {
    hint: 'Restart Kindred; "kindred doctor" says what is missing.',
    transient: true,
  });
}
