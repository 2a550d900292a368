/**
 * The right to change a library's suggestions, held by one at a time. Everything that writes suggestions works inside
 * it. Where several processes train one library, its adapter is what they agree by.
 */
export interface TrainingLease {
  /** Runs the work when everybody who asked before is done, and answers what it answers. */
  hold<T>(work: () => Promise<T>): Promise<T>;
}

/** Enough where one process is the only one that trains. */
export class LeaseOfProcess implements TrainingLease {
  private last: Promise<unknown> = Promise.resolve();

  hold<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
