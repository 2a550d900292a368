import { type Holding, type Lease, leaseLost } from '@kindred/domain';

/** Enough where one process is the only one that trains. Never lost; held in the order asked for. */
export class LeaseOfProcess implements Lease {
  private last: Promise<unknown> = Promise.resolve();
  private token = 0;

  hold<T>(work: (holding: Holding) => Promise<T>, waiting?: AbortSignal): Promise<T> {
    const turn = this.last.then(() => {
      waiting?.throwIfAborted();
      return this.during(work);
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async during<T>(work: (holding: Holding) => Promise<T>): Promise<T> {
    const ended = new AbortController();
    const confirm = () =>
      ended.signal.aborted ? Promise.reject(ended.signal.reason as Error) : Promise.resolve();
    try {
      return await work({ token: (this.token += 1), signal: ended.signal, confirm });
    } finally {
      ended.abort(leaseLost('of this process'));
    }
  }
}
