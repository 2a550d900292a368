/** Gives what is told to it to everybody who listens; a listener that is slow misses older news, never newer. */
export class Audience<T> {
  private readonly listeners = new Set<Listener<T>>();

  constructor(private readonly mostWaiting = 100) {}

  get size(): number {
    return this.listeners.size;
  }

  tell(news: T): void {
    for (const listener of this.listeners) listener.tell(news);
  }

  /** An endless iteration over the news from now on; leaving it stops listening. */
  listen(): AsyncGenerator<T, void, void> {
    const listener = new Listener<T>(this.mostWaiting);
    this.listeners.add(listener);
    const leave = () => {
      this.listeners.delete(listener);
      listener.end();
    };
    return {
      next: () => listener.next(),
      return: () => (leave(), Promise.resolve({ done: true as const, value: undefined })),
      throw: (error: unknown) => (leave(), Promise.reject(error as Error)),
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: () => Promise.resolve(leave()),
    };
  }

  close(): void {
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }
}

class Listener<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | null = null;
  private ended = false;

  constructor(private readonly most: number) {}

  tell(news: T): void {
    this.waiting.push(news);
    if (this.waiting.length > this.most) this.waiting.shift();
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async next(): Promise<IteratorResult<T, void>> {
    while (this.waiting.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
    return this.waiting.length > 0 && !this.ended
      ? { done: false, value: this.waiting.shift()! }
      : { done: true, value: undefined };
  }
}
