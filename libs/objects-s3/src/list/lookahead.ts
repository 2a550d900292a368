/** Items that come one after the other, of which the next can be looked at before it is taken. */
export class Lookahead<T> {
  private readonly ahead: T[] = [];

  constructor(private readonly items: AsyncIterator<T>) {}

  /** Null at the end. */
  async peek(): Promise<T | null> {
    if (this.ahead.length === 0) {
      const { value, done } = await this.items.next();
      if (done === true) return null;
      this.ahead.push(value);
    }
    return this.ahead[0]!;
  }

  /** Up to `most` items, until the first that is not wanted. */
  async takeWhile(wanted: (item: T) => boolean, most = Infinity): Promise<T[]> {
    const taken: T[] = [];
    for (let item = await this.peek(); item !== null && taken.length < most; item = await this.peek()) {
      if (!wanted(item)) break;
      taken.push(this.ahead.shift()!);
    }
    return taken;
  }

  /** Items that come next, again. */
  putBack(items: readonly T[]): void {
    this.ahead.unshift(...items);
  }
}
