import { type JobCardFragment } from '../graphql/generated/graphql';
import { aJob } from '../testing/faces';
import { AwaitedJobs } from './awaited-jobs';

describe('a job whose end somebody waits for', () => {
  let answers: (JobCardFragment | null | Error)[];
  let goOn: () => void;
  let jobs: AwaitedJobs;
  beforeEach(() => {
    answers = [];
    jobs = new AwaitedJobs(
      async () => {
        const answer = answers.shift()!;
        if (answer instanceof Error) throw answer;
        return answer;
      },
      () => new Promise((resolve) => (goOn = resolve)),
      () => undefined,
    );
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('ended already, or ends when an event says so', async () => {
    const done = aJob({ state: 'COMPLETED' });
    expect(await jobs.ended(done)).toBe(done);
    const ending = jobs.ended(aJob());
    jobs.follow(aJob({ done: 5 }));
    expect(jobs.get('job')?.done).toBe(5);
    const failed = aJob({ state: 'FAILED' });
    jobs.follow(failed);
    expect(await ending).toBe(failed);
    expect(jobs.get('job')).toBeNull();
  });

  it('is asked for when no event tells, also when nobody answered the first time', async () => {
    const cancelled = aJob({ state: 'CANCELLED' });
    answers = [new Error('Nobody answers.'), cancelled];
    const ending = jobs.ended(aJob());
    goOn();
    await settled();
    goOn();
    expect(await ending).toBe(cancelled);
  });

  it('ended long ago when nobody knows it any more', async () => {
    answers = [null];
    const ending = jobs.ended(aJob());
    goOn();
    expect(await ending).toMatchObject({ state: 'COMPLETED' });
  });
});
