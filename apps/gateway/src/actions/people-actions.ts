import { randomUUID } from 'node:crypto';
import {
  type Deed,
  deedTakingBack,
  finishActions,
  KindredError,
  type LoggedAction,
  performAction,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** Who does it; there is one user so far. */
const ACTOR = 'user';

/**
 * What is done to people, one thing after the other: each begins when the one before has ended, also where a failure
 * had cut it off.
 */
export class PeopleActions {
  private last: Promise<unknown> = Promise.resolve();
  /** What takes long and leaves people alone, of which the last one may still be under way. */
  private lastLong: Promise<unknown> = Promise.resolve();
  private longOnes = 0;

  constructor(private readonly ports: Ports) {}

  /**
   * Looks and acts without anything happening to people in between; `perform` does what is to be done and answers the
   * id by which it can be taken back.
   */
  async inTurn<T>(work: (perform: (deed: Deed) => Promise<string>) => Promise<T>): Promise<T> {
    for (;;) {
      // Waited for out of turn, so that what leaves people alone need not wait as well.
      while (this.longOnes > 0) await this.lastLong;
      const done = await this.unchangedWhile(async () =>
        this.longOnes > 0 ? null : { of: await work((deed) => this.perform(deed, null)) },
      );
      if (done !== null) return done.of;
    }
  }

  /** Does something that leaves people alone, while nothing happens to them. */
  unchangedWhile<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      await finishActions(this.ports);
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** The same for what takes long, one after the other: only what is done to people waits for it. */
  unchangedForLong<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastLong.then(async () => {
      await this.unchangedWhile(() => Promise.resolve(void this.longOnes++));
      return work().finally(() => this.longOnes--);
    });
    this.lastLong = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Takes an action back; that is an action too. Answers the two.
   * @throws KindredError `NOT_FOUND`; `CONFLICT` when something that was done since stands in the way.
   */
  takeBack(actionId: string): Promise<{ readonly taken: LoggedAction; readonly actionId: string }> {
    return this.inTurn(async () => {
      const taken = await this.ports.actions.get(actionId);
      if (taken === null) throw new KindredError('NOT_FOUND', 'There is no such action.');
      const deed = await deedTakingBack(this.ports, taken);
      return { taken, actionId: await this.perform(deed, taken.id).catch(asConflict) };
    });
  }

  private async perform(deed: Deed, takesBack: string | null): Promise<string> {
    const id = randomUUID();
    await performAction(this.ports, { id, actor: ACTOR, deed, takesBack });
    return id;
  }
}

/** That another name of the person is taken by now stands in the way like everything else that was done since. */
function asConflict(error: unknown): never {
  if (!(error instanceof KindredError) || error.code !== 'NAME_TAKEN') throw error;
  throw new KindredError('CONFLICT', error.message, { cause: error, hint: error.hint });
}
