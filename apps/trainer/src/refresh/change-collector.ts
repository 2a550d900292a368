import type { Delivery } from '@kindred/domain';
import type { ChangeEvent } from './changes';

export type ChangeDelivery = Delivery<ChangeEvent['subject']>;

interface Waiting {
  readonly delivery: ChangeDelivery;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds without another event after which those that came are worked on. */
const QUIET = 150;
/** Milliseconds that an event waits at most for others, unless earlier ones are still being worked on. */
const PATIENCE = 2000;

/**
 * Collects events and hands them on together: those that arrive while earlier ones are being worked on wait for the
 * next round, so the more there are, the fewer rounds each one costs. An event is done when its round is.
 */
export class ChangeCollector {
  private waiting: Waiting[] = [];
  private working = false;
  private stopped: Error | null = null;
  private oldest = 0;
  private timer: NodeJS.Timeout | null = null;

  /** @param most events that are handed on at once: as many as there can be. */
  constructor(
    private readonly work: (deliveries: readonly ChangeDelivery[]) => Promise<void>,
    private readonly most: number,
  ) {}

  /** Resolves when the event was worked on; rejects with what the work of its round threw. */
  add(delivery: ChangeDelivery): Promise<void> {
    if (this.stopped) return Promise.reject(this.stopped);
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) this.oldest = Date.now();
      this.waiting.push({ delivery, resolve, reject });
      this.schedule();
    });
  }

  /** Hands back the events that wait, to be delivered again later. */
  stop(reason: Error): void {
    this.stopped = reason;
    if (this.timer) clearTimeout(this.timer);
    for (const { reject } of this.waiting.splice(0)) reject(reason);
  }

  private schedule(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.working || this.waiting.length === 0) return;
    const full = this.waiting.length >= this.most;
    const patience = this.oldest + PATIENCE - Date.now();
    this.timer = setTimeout(() => void this.round(), full ? 0 : Math.max(0, Math.min(QUIET, patience)));
  }

  private async round(): Promise<void> {
    const round = this.waiting.splice(0);
    this.working = true;
    try {
      await this.work(round.map(({ delivery }) => delivery));
      for (const { resolve } of round) resolve();
    } catch (error) {
      for (const { reject } of round) reject(error);
    } finally {
      this.working = false;
      this.oldest = Date.now();
      this.schedule();
    }
  }
}
