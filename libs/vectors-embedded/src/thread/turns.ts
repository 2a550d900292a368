/** Lets work of one kind be done at a time, in the order in which it was asked for: a change in the middle of a search would move rows under its hands. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
