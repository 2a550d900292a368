import { type LearningRules, PeopleLearner } from '@kindred/clustering';
import type { EmbeddingFacts } from '../libraries/embedding-facts';
import { Competition, type LibrePhotosTime } from '../train-quality/competitors';
import { labelingsOf } from '../train-quality/labeling';
import { LearnableLibrary } from './learnable-library';
import { LABELS } from './plan';
import { type TimedLearning, timedLearning } from './timed-learning';

const FACES = 20_000;

/** How long LibrePhotos' recipe and we take for the same faces and labels, one after the other. */
export interface Race {
  readonly faces: number;
  readonly theirs: readonly (LibrePhotosTime & { readonly timesSlower: number })[];
  readonly ours: Omit<TimedLearning, 'learned'>;
}

/** Null, after saying why, where the recipe cannot run. */
export async function raceLibrePhotos(
  seed: number,
  facts: EmbeddingFacts,
  rules: LearningRules,
): Promise<Race | null> {
  const competition = await Competition.open();
  if (competition === null) return null;
  const library = new LearnableLibrary({ faces: FACES, seed, facts });
  const [labeling] = labelingsOf(library, [LABELS], seed);
  const theirs = await competition.timesOfLibrePhotos(library, labeling!);
  const learner = new PeopleLearner();
  const { learned: _, ...ours } = await timedLearning(learner, {
    faces: library.toLearn(labeling!.labels),
    rules,
  });
  await learner.close();
  return {
    faces: FACES,
    theirs: theirs.map((time) => ({
      ...time,
      timesSlower: (time.groupSeconds + time.matchSeconds) / ours.seconds,
    })),
    ours,
  };
}
