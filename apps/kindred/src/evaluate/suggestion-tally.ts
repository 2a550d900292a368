import { expectedCalibrationError, type LearnedPeople, NOBODY, reliabilityTable } from '@kindred/clustering';

/** How right suggestions are; null where there is nothing to be right about. */
export interface SuggestionScores {
  /** Of what is suggested, strangers included, the share that is right. */
  readonly accuracy: number | null;
  /** Of unlabeled faces of labeled people, the share that is suggested rightly. */
  readonly found: number | null;
  /** Of them, the share that nobody is suggested for. */
  readonly leftUnknown: number | null;
  /** Of faces of strangers, the share that is taken for somebody. */
  readonly strangersTaken: number | null;
  /** Expected calibration error: how far confidence and accuracy are apart, on average over what is suggested. */
  readonly calibrationError: number | null;
}

/** What is known of the faces of one round. */
export interface JudgedFaces {
  /** Who each face really is. */
  readonly people: ArrayLike<number>;
  /** Whom each labeled face was said to be, else `NOBODY`. */
  readonly labels: ArrayLike<number>;
  readonly strangers: ReadonlySet<number>;
}

/** Counts what is suggested in several rounds and scores all of it together. */
export class SuggestionTally {
  private known = 0;
  private strangers = 0;
  private suggestedToKnown = 0;
  private suggestedToStrangers = 0;
  private right = 0;
  private readonly confidences: number[] = [];
  private readonly correct: number[] = [];

  add(judged: JudgedFaces, { matches, confidences }: Pick<LearnedPeople, 'matches' | 'confidences'>): void {
    for (let face = 0; face < judged.labels.length; face += 1) {
      if (judged.labels[face] !== NOBODY) continue;
      const isStranger = judged.strangers.has(judged.people[face]);
      if (isStranger) this.strangers += 1;
      else this.known += 1;
      if (matches[face] === NOBODY) continue;
      if (isStranger) this.suggestedToStrangers += 1;
      else this.suggestedToKnown += 1;
      const isRight = matches[face] === judged.people[face];
      if (isRight) this.right += 1;
      this.confidences.push(confidences[face]);
      this.correct.push(Number(isRight));
    }
  }

  scores(): SuggestionScores {
    const { confidences, correct, right, known } = this;
    return {
      accuracy: share(right, confidences.length),
      found: share(right, known),
      leftUnknown: share(known - this.suggestedToKnown, known),
      strangersTaken: share(this.suggestedToStrangers, this.strangers),
      calibrationError:
        confidences.length === 0 ? null : expectedCalibrationError(reliabilityTable(confidences, correct)),
    };
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
