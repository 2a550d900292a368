/**
 * Calls `flush` at most once in `interval` milliseconds, the first time at once; what arrives meanwhile is told by the
 * next call.
 */
export class Throttle {
  private timer: NodeJS.Timeout | null = null;
  private dirty = false;

  constructor(
    private readonly interval: number,
    private readonly flush: () => void,
  ) {}

  trigger(): void {
    if (this.timer !== null) {
      this.dirty = true;
      return;
    }
    this.flush();
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!this.dirty) return;
      this.dirty = false;
      this.trigger();
    }, this.interval);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.dirty = false;
  }
}
