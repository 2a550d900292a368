import { performance } from 'node:perf_hooks';
import type { LearnedPeople, Learning, PeopleLearner } from '@kindred/clustering';
import { processorSeconds } from './other-process';

export interface TimedLearning {
  readonly learned: LearnedPeople;
  readonly compareSeconds: number;
  readonly groupSeconds: number;
  readonly matchSeconds: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** Learns as a training does, with a look at the clock between its stages. */
export async function timedLearning(learner: PeopleLearner, learning: Learning): Promise<TimedLearning> {
  const started = performance.now();
  const processorStarted = processorSeconds();
  let compared = started;
  let grouped = started;
  const learned = await learner.learn({
    ...learning,
    onLearning: (stage) => {
      if (stage === 'group') compared = performance.now();
      if (stage === 'match') grouped = performance.now();
    },
  });
  const ended = performance.now();
  return {
    learned,
    compareSeconds: (compared - started) / 1000,
    groupSeconds: (grouped - compared) / 1000,
    matchSeconds: (ended - grouped) / 1000,
    seconds: (ended - started) / 1000,
    processorSeconds: processorSeconds() - processorStarted,
  };
}
