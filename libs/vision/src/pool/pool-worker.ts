import { Worker } from 'node:worker_threads';
import { KindredError } from '@kindred/domain';
import type { PhotoAnalysis } from '../analyse/analysis';
import type { WireError, WorkerReply, WorkerSetup, WorkerTask } from './messages';

/** What becomes of one task; exactly one of the three is called, once. */
export interface TaskOutcome {
  analysed(analysis: PhotoAnalysis): void;
  failed(error: KindredError): void;
  /** The worker died with the task in its hands. */
  orphaned(cause: KindredError): void;
}

/** One thread with its own models. */
export class PoolWorker {
  private readonly thread: Worker;
  private readonly outcomes = new Map<number, TaskOutcome>();
  /** Settles when the models are loaded, or rejects when they cannot be. */
  readonly ready: Promise<void>;
  private death: Error | null = null;

  /** @param died is called once, after every task that the thread held is orphaned. */
  constructor(file: string, setup: WorkerSetup, died: (worker: PoolWorker) => void) {
    this.thread = new Worker(file, { workerData: setup });
    this.ready = new Promise((resolve, reject) => {
      this.thread.on('message', (message: WorkerReply) => {
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'unable') reject(fromTheWire(message.error));
        else this.settle(message);
      });
      this.thread.on('error', (error) => (this.death = error));
      this.thread.on('exit', (code) => {
        const cause = stopped(code, this.death);
        reject(cause);
        for (const outcome of this.outcomes.values()) outcome.orphaned(cause);
        this.outcomes.clear();
        died(this);
      });
    });
  }

  get load(): number {
    return this.outcomes.size;
  }

  start(task: WorkerTask, outcome: TaskOutcome): void {
    this.outcomes.set(task.task, outcome);
    const transfer = typeof task.source === 'string' ? [] : [task.source.buffer as ArrayBuffer];
    this.thread.postMessage(task, transfer);
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }

  private settle(message: Extract<WorkerReply, { task: number }>): void {
    const outcome = this.outcomes.get(message.task);
    this.outcomes.delete(message.task);
    if (message.kind === 'analysed') outcome?.analysed(message.analysis);
    else outcome?.failed(fromTheWire(message.error));
  }
}

function fromTheWire({ code, message, hint, transient }: WireError): KindredError {
  return new KindredError(code, message, { transient, ...(hint !== undefined && { hint }) });
}

function stopped(code: number, cause: Error | null): KindredError {
  const reason = cause ? cause.message : `it ended with code ${code}`;
  return new KindredError('INTERNAL', `The thread that analysed the photo stopped unexpectedly: ${reason}.`, {
    cause,
    hint: 'Try the photo again; if it happens every time, leave the photo out and report it.',
    transient: true,
  });
}
