import {
  ALONE,
  bcubedScores,
  type LearnedPeople,
  type Learning,
  type LearningRules,
  type LibraryFaces,
  NOBODY,
  pairwiseScores,
  type Scores,
} from '@kindred/clustering';
import type { KnownFace } from './known-faces';
import { drawLabeling, peopleWithMoreFaces } from './labeling';
import { type SuggestionScores, SuggestionTally } from './suggestion-tally';

/** Other people are strangers, and other faces labeled, in each. */
export const ROUNDS = 6;

/** How right groups are when nobody is labeled. */
export interface Grouping {
  readonly groups: number;
  readonly pairs: Scores;
  readonly bcubed: Scores;
}

/** How right suggestions are with so many labels of each person, over all rounds. */
export interface Suggestions {
  readonly labels: number;
  /** Who takes part: whoever has more photos with a face than labels. */
  readonly people: number;
  /** Null when fewer than two people take part. */
  readonly scores: SuggestionScores | null;
}

/** By what and how people are learned. */
export interface Lessons {
  readonly learner: { learn(learning: Learning): Promise<LearnedPeople> };
  readonly rules: LearningRules;
  readonly signal?: AbortSignal;
}

/** Groups the faces as Kindred does before anybody has said anything. */
export async function groupFaces(faces: readonly KnownFace[], lessons: Lessons): Promise<Grouping> {
  const labels = new Int32Array(faces.length).fill(NOBODY);
  const { groups } = await learn(faces, labels, lessons);
  const grouped = new Int32Array(faces.length).fill(ALONE);
  for (const [group, { faces: members }] of groups.entries()) {
    for (const face of members) grouped[face] = group;
  }
  const people = Int32Array.from(faces, ({ person }) => person);
  return {
    groups: groups.length,
    pairs: pairwiseScores(people, grouped),
    bcubed: bcubedScores(people, grouped),
  };
}

/** Labels `each` faces of most people and judges whom Kindred suggests for the others. */
export async function suggestPeople(
  faces: readonly KnownFace[],
  each: number,
  lessons: Lessons,
  onRound: (round: number) => void = () => undefined,
): Promise<Suggestions> {
  const people = Int32Array.from(faces, ({ person }) => person);
  const tally = new SuggestionTally();
  const row = { labels: each, people: peopleWithMoreFaces(people, each).length };
  for (let round = 0; round < ROUNDS; round += 1) {
    const labeling = drawLabeling(people, each, round);
    if (labeling === null) return { ...row, scores: null };
    onRound(round);
    const taking = labeling.faces.map((face) => faces[face]);
    const learned = await learn(taking, labeling.labels.slice(), lessons);
    tally.add({ ...labeling, people: taking.map(({ person }) => person) }, learned);
  }
  return { ...row, scores: tally.scores() };
}

function learn(
  faces: readonly KnownFace[],
  labels: Int32Array,
  { learner, rules, signal }: Lessons,
): Promise<LearnedPeople> {
  return learner.learn({ faces: libraryOf(faces, labels), rules, signal });
}

/** Each face as if it were in a photo of its own, since only one of each photo is known. */
function libraryOf(faces: readonly KnownFace[], labels: Int32Array): LibraryFaces {
  const dimension = faces[0].embedding.length;
  const vectors = new Float32Array(faces.length * dimension);
  for (const [place, { embedding }] of faces.entries()) vectors.set(embedding, place * dimension);
  return {
    vectors,
    dimension,
    photos: Uint32Array.from(faces.keys()),
    qualities: Float32Array.from(faces, ({ quality }) => quality),
    labels,
    earlier: new Int32Array(faces.length).fill(NOBODY),
    rejections: [],
    different: [],
  };
}
