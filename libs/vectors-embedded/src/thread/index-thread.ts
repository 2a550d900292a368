import { Worker } from 'node:worker_threads';
import { KindredError } from '@kindred/domain';
import { ExitGate } from '@kindred/similarity';
import type { CallName, Calls, Reply, ThreadSetup, WorkerSetup } from './messages';
import { fromTheWire } from './wire-error';
import { workerFile } from './worker-file';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: KindredError) => void;
}

/** The thread that holds the index, as calls that are answered in the order in which they are made. */
export class IndexThread {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly ready: Promise<void>;
  private readonly ended: Promise<void>;
  private nextCall = 0;
  private death: Error | null = null;
  /** Whether it still answers. */
  alive = true;

  private constructor(private readonly setup: ThreadSetup) {
    const gate = new ExitGate();
    const closeGate = () => gate.close();
    this.thread = new Worker(workerFile(), {
      workerData: { ...setup, gate: gate.memory } satisfies WorkerSetup,
    });
    process.once('exit', closeGate);
    this.thread.on('error', (error) => (this.death = error));
    this.ready = new Promise((resolve, reject) => {
      this.thread.on('message', (reply: Reply) => {
        if (reply.kind === 'ready') resolve();
        else if (reply.kind === 'unable') reject(fromTheWire(reply.error));
        else this.settle(reply);
      });
      this.thread.on('exit', () => reject(this.stopped()));
    });
    this.ended = new Promise((resolve) => {
      this.thread.on('exit', () => {
        this.alive = false;
        process.off('exit', closeGate);
        for (const { reject } of this.waiting.values()) reject(this.stopped());
        this.waiting.clear();
        resolve();
      });
    });
  }

  /** @throws KindredError when the index cannot be opened. */
  static async start(setup: ThreadSetup): Promise<IndexThread> {
    const thread = new IndexThread(setup);
    try {
      await thread.ready;
    } catch (error) {
      await thread.thread.terminate();
      throw error;
    }
    return thread;
  }

  /** @param transfer memory that this thread gives away. */
  call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Calls[Name]['answer']> {
    if (!this.alive) return Promise.reject(this.stopped());
    return new Promise((resolve, reject) => {
      const call = this.nextCall++;
      this.waiting.set(call, { resolve, reject });
      this.thread.postMessage({ call, name, request }, transfer);
    });
  }

  /** Finishes what was asked for, then ends. */
  async close(): Promise<void> {
    if (this.alive) await this.call('close', null);
    await this.ended;
  }

  private settle(reply: Extract<Reply, { call: number }>): void {
    const waiting = this.waiting.get(reply.call);
    this.waiting.delete(reply.call);
    if (reply.kind === 'answer') waiting?.resolve(reply.answer as never);
    else waiting?.reject(fromTheWire(reply.error));
  }

  private stopped(): KindredError {
    const reason = this.death ? `: ${this.death.message}` : '';
    return new KindredError(
      'STORE_UNAVAILABLE',
      `The vector index ${this.setup.file} stopped unexpectedly${reason}.`,
      {
        cause: this.death,
        transient: true,
        hint: 'Try again; what was written before is safe.',
      },
    );
  }
}
