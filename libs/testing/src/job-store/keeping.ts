import type { Job, JobStore } from '@kindred/domain';
import { aJob } from '../builders/a-job';
import { aJobId } from '../builders/ids';

/** Jobs that together have every fact in every form. */
export const JOBS: readonly Job[] = [
  aJob(),
  aJob({ kind: 'ingest', subject: '/Fotos/Zoë 🙂\n"2020"', total: null, done: 3, failed: 1 }),
  aJob({ kind: 'rescan', state: 'completed', done: 12, finishedAt: '2026-01-01T13:00:00.000Z' }),
  aJob({
    kind: 'train',
    state: 'failed',
    total: 0,
    finishedAt: '2026-01-01T13:00:00.000Z',
    failure: { code: 'DISK_FULL', message: 'The disk is full.', hint: 'Free some space.' },
  }),
  aJob({ kind: 'train', stage: 'group' }),
  aJob({
    kind: 'train',
    state: 'completed',
    result: { matched: 214, groups: 31, changed: 18, questions: 2 },
  }),
  aJob({ state: 'cancelled', failure: { code: 'CANCELLED', message: 'Somebody cancelled it.' } }),
];

export function describeKeeping(jobs: () => JobStore): void {
  describe('keeping jobs', () => {
    it('keeps every fact', async () => {
      for (const job of JOBS) {
        await jobs().put(job);
        expect(await jobs().get(job.id)).toEqual(job);
      }
    });

    it('replaces a job as a whole, also one that has ended', async () => {
      for (const job of [...JOBS].reverse()) {
        await jobs().put(job);
        await jobs().put(job);
        expect(await jobs().get(job.id)).toEqual(job);
      }
      expect(await jobs().list()).toHaveLength(1);
    });

    it('answers null for what is not there', async () => {
      expect(await jobs().get(aJobId(404))).toBeNull();
    });
  });
}
