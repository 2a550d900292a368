import {
  bcubedScores,
  expectedCalibrationError,
  pairwiseScores,
  reliabilityTable,
  type Scores,
} from '@kindred/clustering';
import { type Library, NOBODY } from '../libraries/library';
import type { Answer } from './recipe';

/** How right groups are. */
export interface GroupingResult {
  readonly pairs: Scores;
  readonly bcubed: Scores;
  readonly groups: number;
}

/** How right suggestions are, of those that are made with at least one confidence. */
export interface SuggestionResult {
  /** Of what is suggested, the share that is right. */
  readonly accuracy: number;
  /** Of unlabeled faces of labeled people, the share that is suggested rightly. */
  readonly found: number;
  /** Of them, the share that nobody is suggested for. */
  readonly unknown: number;
  /** Of faces of nobody labeled, the share that is taken for somebody. */
  readonly strangers: number;
  /** The harmonic mean of accuracy and found. */
  readonly f: number;
}

export interface MatchingResult {
  /** At the confidence from which suggestions are shown. */
  readonly shown: SuggestionResult;
  /** Of suggestions that are made with much confidence. */
  readonly sure: SuggestionResult;
  /** Expected calibration error of all that is shown, in 15 bins and in 10. */
  readonly calibrationError: number;
  readonly calibrationError10: number;
}

export const SHOWN = 0.5;
export const SURE = 0.9;

export function judgeGroups({ people }: Library, { people: groups }: Answer): GroupingResult {
  return {
    pairs: pairwiseScores(people, groups),
    bcubed: bcubedScores(people, groups),
    groups: new Set(groups.filter((group) => group >= 0)).size,
  };
}

export function judgeMatches({ people }: Library, labels: Int32Array, answer: Answer): MatchingResult {
  const labeled = new Set(labels.filter((label) => label !== NOBODY));
  const open = Array.from(labels.keys()).filter((face) => labels[face] === NOBODY);
  const confidences = answer.confidences!;
  const at = (least: number): SuggestionResult => {
    const counts = { known: 0, strangers: 0, right: 0, wrong: 0, suggestedKnown: 0, taken: 0 };
    for (const face of open) {
      const isKnown = labeled.has(people[face]!);
      const said = confidences[face]! >= least ? answer.people[face]! : NOBODY;
      counts[isKnown ? 'known' : 'strangers'] += 1;
      if (said === NOBODY) continue;
      counts[said === people[face] ? 'right' : 'wrong'] += 1;
      counts[isKnown ? 'suggestedKnown' : 'taken'] += 1;
    }
    const accuracy = share(counts.right, counts.right + counts.wrong, 1);
    const found = share(counts.right, counts.known, 1);
    return {
      accuracy,
      found,
      unknown: 1 - share(counts.suggestedKnown, counts.known, 1),
      strangers: share(counts.taken, counts.strangers, 0),
      f: share(2 * accuracy * found, accuracy + found, 0),
    };
  };
  const shown = open.filter((face) => answer.people[face] !== NOBODY && confidences[face]! >= SHOWN);
  const said = shown.map((face) => confidences[face]!);
  const right = shown.map((face) => Number(answer.people[face] === people[face]));
  return {
    shown: at(SHOWN),
    sure: at(SURE),
    calibrationError: expectedCalibrationError(reliabilityTable(said, right, 15)),
    calibrationError10: expectedCalibrationError(reliabilityTable(said, right, 10)),
  };
}

const share = (part: number, whole: number, ofNothing: number) => (whole === 0 ? ofNothing : part / whole);
