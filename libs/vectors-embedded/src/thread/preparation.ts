import type { StoredIndex } from '../stored-index';
import type { Turns } from './turns';

/** Makes searches fast bit by bit, between the calls of others, so that nobody waits for it. */
export class Preparation {
  private working = false;
  private again = false;
  private ended = false;

  constructor(
    private readonly index: StoredIndex,
    private readonly turns: Turns,
  ) {}

  /** There may be something to do. */
  goOn(): void {
    this.again = true;
    if (!this.working) void this.work();
  }

  end(): void {
    this.ended = true;
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      while (this.again && !this.ended) {
        this.again = false;
        await this.index.prepare((work) => this.inTurn(work));
      }
    } catch {
      // Whoever searches tries again and is told; a closed index is not searched.
    } finally {
      this.working = false;
    }
  }

  private async inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    // Those who asked meanwhile come first.
    await new Promise((resolve) => setImmediate(resolve));
    return this.turns.take(() => {
      if (this.ended) throw new Error('The index is closed.');
      return work();
    });
  }
}
