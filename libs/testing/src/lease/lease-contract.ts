import type { Holding, Lease } from '@kindred/domain';
import { type Open, opening } from '../contract';
import { Gate } from '../event-bus/listener';

/** Another one who wants the same lease; where processes agree by it, a process of its own. */
export type JoinLease = () => Promise<Lease>;

/** What every `Lease` promises. */
export function leaseContract(name: string, open: Open<JoinLease>): void {
  describe(`${name} as Lease`, () => {
    const join = opening(open);

    it('is held by one at a time, whoever asks', async () => {
      const members = await Promise.all(Array.from({ length: 3 }, () => join()()));
      let holders = 0;
      let most = 0;
      const work = async ({ confirm }: Holding) => {
        holders += 1;
        most = Math.max(most, holders);
        await confirm();
        holders -= 1;
      };
      await Promise.all([...members, ...members].map((member) => member.hold(work)));
      expect(most).toBe(1);
    });

    it('is held until the work ends', async () => {
      const [one, other] = [await join()(), await join()()];
      const gate = new Gate();
      const begun = new Gate();
      const done: string[] = [];
      const first = one.hold(async ({ confirm }) => {
        begun.open();
        await gate.pass();
        await confirm();
        done.push('first');
      });
      await begun.pass();
      const second = other.hold(() => Promise.resolve(done.push('second')));
      gate.open();
      await Promise.all([first, second]);
      expect(done).toEqual(['first', 'second']);
    });

    it('goes on to the next when work fails, and tells who asked', async () => {
      const [one, other] = [await join()(), await join()()];
      await expect(one.hold(() => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
      await expect(other.hold(() => Promise.resolve(7))).resolves.toBe(7);
    });

    it('gives each holder a higher token than all before', async () => {
      const [one, other] = [await join()(), await join()()];
      const tokens: number[] = [];
      for (const member of [one, other, other, one]) {
        await member.hold(({ token }) => Promise.resolve(tokens.push(token)));
      }
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
    });

    it('confirms nothing to whoever held it before', async () => {
      const lease = await join()();
      const holding = await lease.hold((its) => Promise.resolve(its));
      await expect(holding.confirm()).rejects.toMatchObject({ code: 'LEASE_LOST', transient: true });
      expect(holding.signal.aborted).toBe(true);
    });

    it('is not waited for by whoever gives up, who keeps nobody else from it', async () => {
      const [one, other] = [await join()(), await join()()];
      const gate = new Gate();
      const begun = new Gate();
      const first = one.hold(() => {
        begun.open();
        return gate.pass();
      });
      await begun.pass();
      const waiting = new AbortController();
      const worked: string[] = [];
      const given = other.hold(() => Promise.resolve(worked.push('given up')), waiting.signal);
      const refused = expect(given).rejects.toThrow('enough');
      waiting.abort(new Error('enough'));
      gate.open();
      await Promise.all([first, refused]);
      await other.hold(() => Promise.resolve(worked.push('later')));
      expect(worked).toEqual(['later']);
    });
  });
}
