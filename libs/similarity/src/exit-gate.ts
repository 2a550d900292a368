/** Milliseconds that an ending process waits for native code: many times what one block of a search takes. */
const PATIENCE = 2000;

const RUNNING = 0;
const CLOSED = 1;

/**
 * Keeps an ending process from stopping the thread in the middle of native code, which would abort the process: at
 * the end the process closes the gate and waits until the thread is outside, and the thread enters no more.
 */
export class ExitGate {
  private readonly state: Int32Array;

  /** @param memory that both sides share. */
  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.state = new Int32Array(memory);
  }

  /** Runs native code, in the thread. Once the gate is closed it never returns: the thread is about to end. */
  async pass<T>(native: () => Promise<T>): Promise<T> {
    Atomics.store(this.state, RUNNING, 1);
    if (Atomics.load(this.state, CLOSED) === 1) {
      this.leave();
      return new Promise<never>(() => undefined);
    }
    try {
      return await native();
    } finally {
      this.leave();
    }
  }

  /** Waits until the thread is outside, in the main thread, for good. */
  close(): void {
    Atomics.store(this.state, CLOSED, 1);
    Atomics.wait(this.state, RUNNING, 1, PATIENCE);
  }

  private leave(): void {
    Atomics.store(this.state, RUNNING, 0);
    Atomics.notify(this.state, RUNNING);
  }
}
