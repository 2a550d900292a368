import type { Worker } from 'node:worker_threads';
import { NOBODY } from '../../group/constraints';
import { aLibrary } from '../../testing/a-library';
import { unlabeled } from '../../testing/unlabeled';
import { PeopleLearner } from './people-learner';

const RULES = {
  model: { signal: 0.86, dimension: 60, appearance: 0.45 },
  minimumConfidence: 0.5,
  minimumGroupSize: 2,
};

jest.setTimeout(60_000);

describe('learning people in a thread', () => {
  let learner: PeopleLearner;
  beforeEach(() => (learner = new PeopleLearner({ processors: 1 })));
  afterEach(() => learner.close());

  const learn = (signal?: AbortSignal) => {
    const faces = unlabeled(aLibrary({ photos: 60, blurred: 0.1 }).faces);
    return learner.learn({ faces, rules: RULES, signal });
  };

  it('answers everybody in turn', async () => {
    const [one, other] = await Promise.all([learn(), learn()]);
    expect(one.groups.length).toBeGreaterThan(0);
    expect(one.matches.every((match) => match === NOBODY)).toBe(true);
    expect(other).toEqual(one);
  });

  it('stops when it is told to, with the reason, and learns again afterwards', async () => {
    const stop = new AbortController();
    const learning = learn(stop.signal);
    stop.abort(new Error('enough'));
    await expect(learning).rejects.toThrow('enough');
    expect((await learn()).groups.length).toBeGreaterThan(0);
  });

  it('takes another thread when the last died while nobody asked it anything', async () => {
    const first = await learn();
    await (learner as unknown as { thread: { worker: Worker } }).thread.worker.terminate();
    expect(await learn()).toEqual(first);
  });

  it('says what the thread could not do', async () => {
    const learning = new PeopleLearner({ processors: 1, executionProvider: 'nowhere' });
    const faces = unlabeled(aLibrary({ photos: 5, blurred: 0 }).faces);
    await expect(learning.learn({ faces, rules: RULES })).rejects.toMatchObject({ code: 'INTERNAL' });
    await learning.close();
  });
});
