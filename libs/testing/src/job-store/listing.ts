import type { Job, JobState, JobStore } from '@kindred/domain';
import { aJob } from '../builders/a-job';

const STATES: readonly JobState[] = ['running', 'completed', 'cancelled', 'failed'];

/** Stored in another order than they started in. */
const JOBS: readonly Job[] = [3, 0, 7, 5, 1, 6, 2, 4].map((hour) =>
  aJob({ seed: hour, state: STATES[hour % 4], startedAt: `2026-01-01T0${hour}:00:00.000Z` }),
);

export function describeListing(jobs: () => JobStore): void {
  const hoursOf = (listed: readonly Job[]) =>
    listed.map(({ startedAt }) => new Date(startedAt).getUTCHours());

  describe('listing', () => {
    it('is empty at first', async () => {
      expect(await jobs().list()).toEqual([]);
      expect(await jobs().list({ state: 'running' })).toEqual([]);
    });

    it('shows the newest first, as they are', async () => {
      for (const job of JOBS) await jobs().put(job);
      const listed = await jobs().list();
      expect(hoursOf(listed)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
      for (const job of listed) expect(await jobs().get(job.id)).toEqual(job);
    });

    it.each(STATES)('shows those that are %s', async (state) => {
      for (const job of JOBS) await jobs().put(job);
      const all = await jobs().list();
      const listed = await jobs().list({ state });
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(all.filter((job) => job.state === state));
    });

    it('shows at most as many as asked for', async () => {
      for (const job of JOBS) await jobs().put(job);
      expect(hoursOf(await jobs().list({ limit: 3 }))).toEqual([7, 6, 5]);
      expect(hoursOf(await jobs().list({ state: 'running', limit: 1 }))).toEqual([4]);
    });

    it('shows 100 unless asked otherwise', async () => {
      for (let seed = 0; seed < 103; seed++) await jobs().put(aJob({ seed }));
      expect(await jobs().list()).toHaveLength(100);
      expect(await jobs().list({ limit: 1000 })).toHaveLength(103);
    });

    it('follows a job into its new state', async () => {
      for (const job of JOBS) await jobs().put(job);
      const [newest] = await jobs().list({ state: 'running' });
      await jobs().update(newest!.id, { state: 'cancelled' });
      expect((await jobs().list({ state: 'running' })).map(({ id }) => id)).not.toContain(newest!.id);
      expect((await jobs().list({ state: 'cancelled' })).map(({ id }) => id)).toContain(newest!.id);
    });
  });
}
