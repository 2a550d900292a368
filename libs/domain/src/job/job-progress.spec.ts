import type { JobId } from '../identity/ids';
import type { JobChange } from '../ports/job-store';
import type { Job, JobState } from './job';
import { changeJob, JobProgress, type JobPorts, startJob } from './job-progress';

const ID = 'job' as JobId;

describe('the progress of a job', () => {
  let stored: Map<JobId, Job>;
  let announced: Job[];
  let announcementIds: string[];
  let updates: JobChange[];
  let now: number;
  let busIsDown: boolean;
  let ports: JobPorts;

  beforeEach(() => {
    [stored, announced, announcementIds, updates] = [new Map(), [], [], []];
    [now, busIsDown] = [Date.parse('2026-01-01T12:00:00.000Z'), false];
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    ports = {
      clock: { now: () => new Date(now).toISOString() },
      bus: {
        publish: async (_subject, event) => {
          if (busIsDown) throw new Error('nobody listens');
          announcementIds.push(event.id);
          announced.push((event.data as unknown as { job: Job }).job);
        },
      },
      jobs: {
        put: async (job) => void stored.set(job.id, job),
        get: async (id) => stored.get(id) ?? null,
        list: async () => [...stored.values()],
        update: async (id, change) => {
          updates.push(change);
          const job = stored.get(id);
          if (job === undefined) return null;
          if (job.state === 'running') stored.set(id, { ...job, ...change });
          return stored.get(id)!;
        },
      },
    };
  });
  afterEach(() => jest.restoreAllMocks());

  const started = (total: number | null = 10) =>
    startJob(ports, { id: ID, kind: 'detect', subject: 'photos', total });
  const progressOf = async (total?: number | null) => new JobProgress(ports, await started(total));
  /** Lets a report that was begun come to its end. */
  const reported = () => new Promise((resolve) => setImmediate(resolve));

  describe('starting', () => {
    it('stores the job and announces it', async () => {
      const job = await started();
      expect(job).toMatchObject({
        id: ID,
        state: 'running',
        total: 10,
        done: 0,
        failed: 0,
        finishedAt: null,
      });
      expect([stored.get(ID), announced]).toEqual([job, [job]]);
    });

    it('gives every job an id of its own unless it has one', async () => {
      const facts = { kind: 'train', subject: 'All faces', total: null } as const;
      expect((await startJob(ports, facts)).id).not.toBe((await startJob(ports, facts)).id);
    });

    it('needs nobody to listen', async () => {
      busIsDown = true;
      await started();
      expect(stored.get(ID)).toBeDefined();
    });
  });

  describe('changing', () => {
    it.each<[JobState, boolean]>([
      ['running', false],
      ['completed', true],
      ['cancelled', true],
      ['failed', true],
    ])('to %s says when it ended: %p', async (state, ended) => {
      await started();
      now += 5000;
      const job = await changeJob(ports, ID, { state });
      const time = '2026-01-01T12:00:05.000Z';
      expect(job).toMatchObject({ state, updatedAt: time, finishedAt: ended ? time : null });
      expect(announced.at(-1)).toEqual(job);
    });

    it('announces each state of a job under an id of its own', async () => {
      await started();
      await changeJob(ports, ID, { done: 1 });
      await changeJob(ports, ID, { done: 2 });
      expect(new Set(announcementIds).size).toBe(3);
    });

    it('what does not exist announces nothing', async () => {
      expect(await changeJob(ports, ID, { done: 1 })).toBeNull();
      expect(announced).toEqual([]);
    });
  });

  describe('counting', () => {
    it('stores the first unit at once, and the rest at most twice a second', async () => {
      const progress = await progressOf();
      progress.add({ done: 1 });
      await reported();
      for (let unit = 0; unit < 5; unit++) progress.add({ done: 1 });
      await reported();
      expect(updates).toMatchObject([{ done: 1 }]);
      now += 499;
      progress.add({ failed: 1 });
      await reported();
      expect(updates).toHaveLength(1);
      now += 1;
      progress.add({ done: 1 });
      await reported();
      expect(updates).toMatchObject([{ done: 1 }, { done: 7, failed: 1, total: 10 }]);
    });

    it('takes a total that is known later', async () => {
      const progress = await progressOf(null);
      progress.setTotal(40);
      await reported();
      expect(stored.get(ID)).toMatchObject({ total: 40 });
    });

    it('goes on when a report cannot be stored', async () => {
      const progress = await progressOf();
      const update = jest.spyOn(ports.jobs, 'update').mockRejectedValueOnce(new Error('the disk is full'));
      progress.add({ done: 1 });
      await reported();
      now += 500;
      progress.add({ done: 1 });
      await reported();
      expect(update).toHaveBeenCalledTimes(2);
      expect(stored.get(ID)).toMatchObject({ done: 2 });
    });

    it('knows of a cancellation one report later', async () => {
      const progress = await progressOf();
      await changeJob(ports, ID, { state: 'cancelled' });
      expect(progress.cancelled).toBe(false);
      progress.add({ done: 1 });
      await reported();
      expect(progress.cancelled).toBe(true);
      expect(stored.get(ID)).toMatchObject({ state: 'cancelled', done: 0 });
    });
  });

  describe('stages', () => {
    it('are stored and announced as they begin, however soon after a report, with what was counted', async () => {
      const progress = await progressOf();
      progress.add({ done: 1 });
      await reported();
      progress.add({ done: 1 });
      await progress.enter('compare');
      expect(stored.get(ID)).toMatchObject({ stage: 'compare', done: 2 });
      await progress.enter('save');
      expect(announced.slice(-2).map(({ stage }) => stage)).toEqual(['compare', 'save']);
      expect(new Set(announcementIds).size).toBe(announcementIds.length);
    });

    it('that go on are no news', async () => {
      const progress = await progressOf();
      await progress.enter('compare');
      await progress.enter('compare');
      expect(updates).toHaveLength(1);
    });

    it.each<JobState>(['completed', 'cancelled', 'failed'])('are over when the job is %s', async (state) => {
      await (await progressOf()).enter('group');
      await changeJob(ports, ID, { state });
      expect(stored.get(ID)).toMatchObject({ state, stage: null });
    });

    it('do not stop a job whose reports cannot be stored', async () => {
      const progress = await progressOf();
      jest.spyOn(ports.jobs, 'update').mockRejectedValueOnce(new Error('the disk is full'));
      await progress.enter('read');
      await progress.enter('compare');
      expect(stored.get(ID)).toMatchObject({ stage: 'compare' });
    });
  });

  describe('ending', () => {
    it('keeps what came of it', async () => {
      const result = { matched: 214, groups: 31, changed: 18, questions: 2 };
      await (await progressOf()).end('completed', null, result);
      expect(stored.get(ID)).toMatchObject({ state: 'completed', result });
    });

    it('stores the exact counts', async () => {
      const progress = await progressOf();
      for (let unit = 0; unit < 9; unit++) progress.add({ done: 1 });
      progress.add({ failed: 1 });
      await progress.end('completed');
      expect(stored.get(ID)).toMatchObject({
        state: 'completed',
        done: 9,
        failed: 1,
        total: 10,
        failure: null,
      });
    });

    it('takes what was done as the total when that was never known', async () => {
      const progress = await progressOf(null);
      progress.add({ done: 3, failed: 2 });
      await progress.end('completed');
      expect(stored.get(ID)).toMatchObject({ total: 5 });
    });

    it('keeps the reason of a failure', async () => {
      const failure = { code: 'DISK_FULL', message: 'The disk is full.' } as const;
      await (await progressOf()).end('failed', failure);
      expect(stored.get(ID)).toMatchObject({ state: 'failed', failure });
    });

    it('leaves a cancelled job cancelled', async () => {
      const progress = await progressOf();
      await changeJob(ports, ID, { state: 'cancelled' });
      progress.add({ done: 1 });
      await progress.end('completed');
      expect(stored.get(ID)).toMatchObject({ state: 'cancelled', done: 0 });
    });

    it('comes after every report', async () => {
      const progress = await progressOf();
      progress.add({ done: 1 });
      await progress.end('completed');
      await reported();
      expect(updates.map(({ state }) => state)).toEqual([undefined, 'completed']);
      expect(announced.at(-1)).toMatchObject({ state: 'completed' });
    });
  });
});
