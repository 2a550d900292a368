import { type JobCardFragment } from '../graphql/generated/graphql';
import { aJob } from '../testing/faces';
import { ToastBoard } from '../toasts/toast-board';
import { StartedTrainings } from './started-trainings';

const training = (known: Partial<JobCardFragment> = {}): JobCardFragment =>
  aJob({ id: 'training', ...known });

describe('a training that this browser started', () => {
  let toasts: ToastBoard;
  let trainings: StartedTrainings;
  let visited: string[];
  beforeEach(() => {
    visited = [];
    toasts = new ToastBoard(() => undefined);
    trainings = new StartedTrainings(toasts, (path) => visited.push(path));
    trainings.started(training());
  });

  it('says once, at its end, what came of it', () => {
    trainings.follow(training({ stage: 'COMPARE', done: 5 }));
    expect(toasts.toasts).toEqual([]);
    const result = { matched: 1214, groups: 31, changed: 1, questions: 0 };
    for (let time = 0; time < 2; time += 1) trainings.follow(training({ state: 'COMPLETED', result }));
    expect(toasts.toasts).toMatchObject([
      {
        tone: 'done',
        text: 'Training is done. 1,214 faces matched, 31 groups of unknown people, 1 suggestion changed.',
        action: { label: 'Review one by one' },
      },
    ]);
    toasts.toasts[0]!.action!.run();
    expect(visited).toEqual(['/review']);
  });

  it('leads nowhere when nothing came of it', () => {
    const result = { matched: 0, groups: 2, changed: 0, questions: 0 };
    trainings.follow(training({ state: 'COMPLETED', result }));
    expect(toasts.toasts).toMatchObject([{ tone: 'done', action: null }]);
  });

  it('leads to the questions that it asks', () => {
    const result = { matched: 1, groups: 1, changed: 0, questions: 3 };
    trainings.follow(training({ state: 'COMPLETED', result }));
    const [toast] = toasts.toasts;
    expect(toast).toMatchObject({
      text: 'Training is done. 1 face matched, 1 group of unknown people, no suggestion changed.',
      action: { label: '3 questions' },
    });
    toast!.action!.run();
    expect(visited).toEqual(['/people/same-person']);
  });

  it('says why it failed', () => {
    const failure = { code: 'DISK_FULL', message: 'The disk is full.', hint: 'Free some space.' };
    trainings.follow(training({ state: 'FAILED', failure }));
    expect(toasts.toasts).toMatchObject([
      { tone: 'failed', details: ['The disk is full.', 'Free some space.'] },
    ]);
  });

  it('is silent when it is cancelled, and about trainings of others', () => {
    trainings.follow(training({ state: 'CANCELLED' }));
    trainings.follow(training({ id: 'of somebody else', state: 'COMPLETED' }));
    expect(toasts.toasts).toEqual([]);
  });
});
