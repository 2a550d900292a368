import type { Delivery, EventHandler, Subject } from '@kindred/domain';

/** A handler that remembers what it was given, and lets a test wait for it. */
export class Listener<S extends Subject> {
  readonly deliveries: Delivery<S>[] = [];
  private readonly waiting = new Set<() => void>();

  /** `behave` runs inside of the handler, after the delivery was remembered. */
  constructor(private readonly behave: EventHandler<S> = () => Promise.resolve()) {}

  readonly handler: EventHandler<S> = async (delivery) => {
    this.deliveries.push(delivery);
    for (const wake of [...this.waiting]) wake();
    await this.behave(delivery);
  };

  get ids(): string[] {
    return this.deliveries.map(({ event }) => (event as { id: string }).id);
  }

  /** Resolves once there were this many deliveries. */
  async heard(count: number): Promise<void> {
    while (this.deliveries.length < count) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }
}

/** A door that handlers wait at until a test opens it. */
export class Gate {
  private release: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.release = resolve));

  open(): void {
    this.release();
  }

  pass(): Promise<void> {
    return this.opened;
  }
}
