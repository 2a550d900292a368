import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { KindredError } from '@kindred/domain';
import { ExitGate } from '@kindred/similarity';
import type { LearnedPeople, LearningRules, LibraryFaces, LibraryKnowledge } from '../library-faces';
import type { OnLearning } from '../learn-people';
import type { Reply, Request, WorkerSetup } from './messages';
import { workerFile } from './worker-file';

export interface Learning {
  readonly faces: LibraryFaces;
  readonly rules: LearningRules;
  readonly known?: LibraryKnowledge;
  readonly signal?: AbortSignal;
  readonly onLearning?: OnLearning;
}

export interface LearnerOptions {
  /** Processors that products may use. Default: all. */
  readonly processors?: number;
  /** Where products are computed, by ONNX Runtime's name; this computer must have it. Default `cpu`. */
  readonly executionProvider?: string;
}

/**
 * `learnPeople` in a thread of its own, so that the process stays responsive however many faces there are. The thread
 * starts when it is first needed and waits for more; one library is learned at a time.
 */
export class PeopleLearner {
  private thread: LearningThread | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LearnerOptions = {}) {}

  /**
   * Learns from faces, whose memory moves to the thread: it must not be used any more. It cannot be shared memory,
   * which ONNX Runtime does not take.
   * @throws the signal's reason when it is aborted; KindredError `INTERNAL` when the thread dies, of too little memory
   * for example.
   */
  learn(learning: Learning): Promise<LearnedPeople> {
    const turn = this.last.then(() => this.learnNow(learning));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.thread?.end();
    this.thread = null;
  }

  private async learnNow({ signal, ...learning }: Learning): Promise<LearnedPeople> {
    signal?.throwIfAborted();
    if (!this.thread?.alive) this.thread = new LearningThread(this.options);
    const { thread } = this;
    try {
      return await thread.ask(learning, signal);
    } catch (error) {
      this.thread = null;
      await thread.end();
      throw error;
    }
  }
}

class LearningThread {
  private readonly worker: Worker;
  private readonly gate = new ExitGate();
  private readonly closeGate = () => this.gate.close();
  /** Whether it still answers: a thread may die while nobody asks it anything. */
  alive = true;

  constructor({ processors = availableParallelism(), executionProvider = 'cpu' }: LearnerOptions) {
    const workerData: WorkerSetup = { gate: this.gate.memory, processors, executionProvider };
    this.worker = new Worker(workerFile(), { workerData });
    this.worker.unref();
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => {
      this.alive = false;
      process.off('exit', this.closeGate);
    });
    process.once('exit', this.closeGate);
  }

  async ask(
    { faces, rules, known, onLearning }: Omit<Learning, 'signal'>,
    signal?: AbortSignal,
  ): Promise<LearnedPeople> {
    this.worker.ref();
    const { worker } = this;
    let settle: (() => void) | undefined;
    try {
      return await new Promise<LearnedPeople>((resolve, reject) => {
        const died = (cause?: unknown) =>
          reject(
            new KindredError('INTERNAL', 'The thread that learns people stopped unexpectedly.', { cause }),
          );
        const aborted = () => reject(signal!.reason);
        const replied = (reply: Reply) => {
          if (reply.kind === 'progress') onLearning?.(reply.stage, reply.faces);
          else if (reply.kind === 'answer') resolve(reply.learned);
          else reject(new KindredError('INTERNAL', `People could not be learned: ${reply.message}`));
        };
        const ended = () => died();
        worker.on('message', replied);
        worker.once('error', died);
        worker.once('exit', ended);
        signal?.addEventListener('abort', aborted, { once: true });
        settle = () => {
          worker.off('message', replied);
          worker.off('error', died);
          worker.off('exit', ended);
          signal?.removeEventListener('abort', aborted);
        };
        worker.postMessage({ faces, rules, known } satisfies Request, memoryOf(faces));
      });
    } finally {
      settle?.();
      this.worker.unref();
    }
  }

  /** Ends the thread, outside of native code. */
  async end(): Promise<void> {
    this.gate.close();
    await this.worker.terminate();
  }
}

function memoryOf({ vectors, photos, qualities, labels, earlier }: LibraryFaces): ArrayBuffer[] {
  return [
    ...new Set([vectors, photos, qualities, labels, earlier].map(({ buffer }) => buffer as ArrayBuffer)),
  ];
}
