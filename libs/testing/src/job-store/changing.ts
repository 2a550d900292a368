import type { JobChange, JobState, JobStore } from '@kindred/domain';
import { aJob } from '../builders/a-job';
import { aJobId } from '../builders/ids';

const JOB = aJob();
const LATER = '2026-01-01T13:00:00.000Z';

/** Each field that may change, alone. */
const CHANGES: readonly JobChange[] = [
  { total: 99 },
  { total: null },
  { done: 5 },
  { failed: 2 },
  { updatedAt: LATER },
  { finishedAt: LATER },
  { failure: { code: 'DISK_FULL', message: 'The disk is full.', hint: 'Free some space.' } },
  { failure: null },
  { stage: 'compare' },
  { stage: null },
  { result: { matched: 214, groups: 31, changed: 18, questions: 2 } },
  { result: { sidecars: { written: 3, unchanged: 1, failed: 0, failures: [] } } },
  { result: null },
  { state: 'cancelled' },
];

export function describeChanging(jobs: () => JobStore): void {
  describe('changing a job', () => {
    it.each(CHANGES)('to %j changes nothing else', async (change) => {
      await jobs().put(JOB);
      expect(await jobs().update(JOB.id, change)).toEqual({ ...JOB, ...change });
      expect(await jobs().get(JOB.id)).toEqual({ ...JOB, ...change });
    });

    it('by nothing, or by what is not given, leaves it', async () => {
      await jobs().put(JOB);
      expect(await jobs().update(JOB.id, {})).toEqual(JOB);
      expect(await jobs().update(JOB.id, { done: undefined, total: undefined })).toEqual(JOB);
    });

    it.each<JobState>(['completed', 'cancelled', 'failed'])(
      'that is %s leaves it as it is',
      async (state) => {
        const ended = aJob({ state, finishedAt: LATER });
        await jobs().put(ended);
        const change: JobChange = {
          state: 'running',
          done: 99,
          failure: { code: 'INTERNAL', message: 'late' },
        };
        expect(await jobs().update(JOB.id, change)).toEqual(ended);
        expect(await jobs().get(JOB.id)).toEqual(ended);
      },
    );

    it('that does not exist answers null and creates none', async () => {
      expect(await jobs().update(aJobId(404), { done: 1 })).toBeNull();
      expect(await jobs().list()).toEqual([]);
    });

    it('touches no other job', async () => {
      const other = aJob({ seed: 2 });
      for (const job of [JOB, other]) await jobs().put(job);
      await jobs().update(JOB.id, { done: 7 });
      expect(await jobs().get(other.id)).toEqual(other);
    });

    it('by services that share it: none undoes the other', async () => {
      await jobs().put(JOB);
      const answers = await Promise.all([
        jobs().update(JOB.id, { total: 500 }),
        jobs().update(JOB.id, { done: 20 }),
        jobs().update(JOB.id, { failed: 3 }),
        jobs().update(JOB.id, { updatedAt: LATER }),
      ]);
      expect(await jobs().get(JOB.id)).toEqual({ ...JOB, total: 500, done: 20, failed: 3, updatedAt: LATER });
      for (const answer of answers) expect(answer).toMatchObject({ id: JOB.id });
    });

    it('ends it once: the first of several ends holds, and each is told which', async () => {
      await jobs().put(JOB);
      const states = ['completed', 'cancelled', 'failed', 'cancelled'] as const;
      const answers = await Promise.all(states.map((state) => jobs().update(JOB.id, { state })));
      const { state } = (await jobs().get(JOB.id))!;
      expect(state).not.toBe('running');
      expect(answers.map((answer) => answer!.state)).toEqual(states.map(() => state));
    });
  });
}
