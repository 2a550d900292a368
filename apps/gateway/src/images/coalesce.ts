/** Runs work for one key once, however many ask for it meanwhile, and at most `limit` different ones at a time. */
export class Coalesce<T> {
  private readonly running = new Map<string, Promise<T>>();
  private readonly line: (() => void)[] = [];
  private active = 0;

  constructor(private readonly limit: number) {}

  run(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.running.get(key);
    if (known !== undefined) return known;
    const result = this.inTurn(work).finally(() => this.running.delete(key));
    this.running.set(key, result);
    return result;
  }

  private async inTurn(work: () => Promise<T>): Promise<T> {
    if (this.active >= this.limit) await new Promise<void>((resolve) => this.line.push(resolve));
    else this.active += 1;
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next === undefined) this.active -= 1;
      else next();
    }
  }
}
