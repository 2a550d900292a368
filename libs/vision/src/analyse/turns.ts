/** Lets one task at a time have its turn, in the order in which they asked. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Settles when everybody who has asked so far has had their turn. */
  async idle(): Promise<void> {
    await this.last;
  }
}
