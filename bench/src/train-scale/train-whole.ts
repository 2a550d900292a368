import { loadavg } from 'node:os';
import { type LearnedPeople, PeopleLearner } from '@kindred/clustering';
import type { Library } from '../libraries/library';
import { judgeGroups, judgeMatches } from '../train-quality/judge';
import { labelingsOf } from '../train-quality/labeling';
import { peopleOf } from './answer-of';
import { judgeNeighbourSearch } from './neighbour-search';
import { carryOut, peakBytes } from './other-process';
import { LABELS, type ScalePlan, type ScaleResult, type Training } from './plan';
import { nobody, LearnableLibrary } from './learnable-library';
import { timedLearning } from './timed-learning';

/** Trains a whole library, without labels and with some, and looks at how its neighbours are found. */
async function trainWhole(plan: ScalePlan): Promise<ScaleResult> {
  const loadBefore = loadavg()[0]!;
  const library = new LearnableLibrary(plan);
  const libraryBytes = peakBytes();
  const [labeling] = labelingsOf(library, [LABELS], plan.seed);
  const learner = new PeopleLearner();
  const train = async (each: number, labels: Int32Array) => {
    const learning = { faces: library.toLearn(labels), rules: plan.rules };
    const { learned, ...times } = await timedLearning(learner, learning);
    const training: Training = {
      ...times,
      each,
      peakBytes: peakBytes(),
      ...judge(library, each, labels, learned),
    };
    // The largest sizes take long: what is known already is not lost with a run that is cut off.
    process.stderr.write(`${plan.faces} faces: ${JSON.stringify(training)}\n`);
    return { training, known: learned.knowledge };
  };
  const unlabeled = await train(0, nobody(plan.faces));
  library.fill();
  const labeled = await train(LABELS, labeling!.labels);
  await learner.close();
  library.fill();
  const search = await judgeNeighbourSearch(library, unlabeled.known);
  return {
    faces: plan.faces,
    libraryBytes,
    trainings: [unlabeled.training, labeled.training],
    search,
    known: unlabeled.known,
    load: [loadBefore, loadavg()[0]!],
  };
}

/** Without labels all that was learned is groups; with some it is also whom faces are suggested to be. */
function judge(library: Library, each: number, labels: Int32Array, learned: LearnedPeople) {
  const { matches, confidences } = learned;
  const answer = { recipe: 'kindred', published: null, setting: '', each, confidences, seconds: 0 };
  return {
    grouping: judgeGroups(library, { ...answer, people: peopleOf(learned, labels) }),
    matching: each === 0 ? null : judgeMatches(library, labels, { ...answer, people: matches }),
  };
}

carryOut(trainWhole);
