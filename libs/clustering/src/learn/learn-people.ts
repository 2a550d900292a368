import type { Products } from '@kindred/similarity';
import { logLikelihoodRatio, scaleOf, signalOf, weightOf } from '../evidence/evidence';
import { sharedDirection, withoutDirection } from '../evidence/shared-direction';
import { Clusters, type WeightedFaces } from '../group/clusters';
import { NOBODY } from '../group/constraints';
import { joinClusters } from '../group/join-clusters';
import { keepIdentity } from '../group/keep-identity';
import { Candidates } from '../match/candidates';
import { labeledEvidence } from '../match/labeled-evidence';
import { likelySame } from '../match/likely-same';
import { calibrateByLabels, confidenceInGroup, matchPeople, type Matches } from '../match/match-people';
import { neighbourGraph } from '../neighbours/neighbour-graph';
import type {
  LearnedGroup,
  LearnedPeople,
  LearningRules,
  LibraryFaces,
  LibraryKnowledge,
  SamePersonQuestion,
  Somebody,
} from './library-faces';

/** Neighbours of a face that it is compared with, and how alike they must be. */
const NEIGHBOURS = 32;
const LEAST_SIMILARITY = 0.2;
/**
 * Log likelihood ratio from which two clusters are one person, less the logarithm of the number of faces: chance finds
 * a look-alike the more easily the more faces there are.
 */
const CERTAINTY = -3.6;
/** However few faces there are. */
const LEAST_CERTAINTY = 3;
const MOST_QUESTIONS = 200;

/** Told what is being done, and how many of all faces are through it. */
export type OnLearning = (stage: 'compare' | 'group' | 'match', faces: number) => void;

/**
 * Turns faces into people, given what humans said: what bad faces share is taken out of the embeddings, nearest faces
 * are looked up, faces of one person are joined as far as that is certain, labeled people are suggested for faces in
 * and around their clusters, and the rest stays in groups. No step contradicts a human, and the same input gives the
 * same answer.
 * @param faces changes its vectors in place. Vectors of zeros, or of anything but numbers, are nobody's.
 * @param known what a training of the whole library found, when these faces are a part of one.
 */
export async function learnPeople(
  products: Products,
  faces: LibraryFaces,
  rules: LearningRules,
  known?: LibraryKnowledge,
  onLearning: OnLearning = () => undefined,
): Promise<LearnedPeople> {
  forgetBroken(faces.vectors, faces.dimension);
  const knowledge = known ?? { faces: faces.photos.length, sharedDirection: sharedDirection(faces) };
  const lengths = withoutDirection(faces.vectors, faces.dimension, knowledge.sharedDirection);
  const weighted = weigh(faces, lengths, rules);
  const graph = await neighbourGraph(products, faces.vectors, faces.dimension, {
    width: NEIGHBOURS,
    minimumSimilarity: LEAST_SIMILARITY,
    onProgress: (done) => onLearning('compare', done),
  });
  onLearning('group', 0);
  const clusters = new Clusters(weighted, faces);
  const leastEvidence = Math.max(LEAST_CERTAINTY, CERTAINTY + Math.log(Math.max(1, knowledge.faces)));
  joinClusters(clusters, graph, rules.model, leastEvidence);

  onLearning('match', 0);
  const labeled = labeledEvidence(clusters, weighted, faces.labels);
  const candidates = new Candidates(clusters, weighted, graph, rules.model, labeled);
  const calibration = calibrateByLabels(candidates, faces);
  const matches = matchPeople(candidates, faces, calibration, rules.minimumConfidence);
  const { groups, groupOf } = groupRest(clusters, weighted, faces, matches, rules);

  const somebody = (root: number): Somebody | null => {
    if (labeled.has(root)) return { label: labeled.get(root)!.label };
    const group = groupOf.get(root);
    return group === undefined ? null : { group };
  };
  const alike = likelySame(clusters, graph, rules.model, leastEvidence, (root) => somebody(root) !== null);
  const questions = questionsOf(
    alike.map(({ one, other, evidence }) => ({ one: somebody(one)!, other: somebody(other)!, evidence })),
    faces.differentLabels ?? [],
  );
  return { matches: matches.people, confidences: matches.confidences, groups, questions, knowledge };
}

/** A vector with anything but numbers is as good as none. */
function forgetBroken(vectors: Float32Array, dimension: number): void {
  for (let start = 0; start < vectors.length; start += dimension) {
    // Anything but a number makes this one too.
    let nothing = 0;
    for (let axis = start; axis < start + dimension; axis += 1) nothing += vectors[axis]! * 0;
    if (nothing !== 0) vectors.fill(0, start, start + dimension);
  }
}

function weigh(
  { vectors, dimension }: LibraryFaces,
  lengths: Float32Array,
  { model }: LearningRules,
): WeightedFaces {
  const signals = Float64Array.from(lengths, (length) => signalOf(model, length));
  return {
    vectors,
    dimension,
    scales: signals.map(scaleOf),
    weights: signals.map(weightOf),
    squares: signals.map((signal, face) => (scaleOf(signal) * lengths[face]!) ** 2),
  };
}

/** Groups of the faces that are suggested to be nobody, of clusters without a label; and which cluster each is of. */
function groupRest(
  clusters: Clusters,
  weighted: WeightedFaces,
  { labels, earlier }: LibraryFaces,
  { people }: Matches,
  { model, minimumGroupSize }: LearningRules,
): { readonly groups: readonly LearnedGroup[]; readonly groupOf: ReadonlyMap<number, number> } {
  const rest = [...clusters.members()].flatMap(([root, members]) => {
    if (clusters.labelOf(root) !== NOBODY) return [];
    const open = members.filter((face) => labels[face] === NOBODY && people[face] === NOBODY);
    return open.length < Math.max(2, minimumGroupSize) ? [] : [{ root, open }];
  });
  rest.sort((one, other) => other.open.length - one.open.length || one.open[0]! - other.open[0]!);
  const identities = keepIdentity(
    rest.map(({ open }) => open),
    (face) => (earlier[face] === NOBODY ? null : earlier[face]!),
  );
  const evidenceIn = (face: number, root: number) => {
    const own = { weight: weighted.weights[face]!, square: weighted.squares[face]! };
    const sum = clusters.evidenceOf(root);
    const product = clusters.productWith(face, root);
    const others = { weight: sum.weight - own.weight, square: sum.square - 2 * product + own.square };
    return logLikelihoodRatio(model, own, others, product - own.square);
  };
  return {
    groups: rest.map(({ root, open }, place) => ({
      faces: open,
      confidences: open.map((face) => confidenceInGroup(evidenceIn(face, root))),
      earlier: identities[place] ?? NOBODY,
    })),
    groupOf: new Map(rest.map(({ root }, place) => [root, place])),
  };
}

/** Each two people once, however many clusters of theirs are alike, and nobody about whom a human has answered. */
function questionsOf(
  pairs: readonly SamePersonQuestion[],
  answered: readonly (readonly [number, number])[],
): SamePersonQuestion[] {
  const asked = new Set(answered.map(([one, other]) => keyOf({ label: one }, { label: other })));
  const questions: SamePersonQuestion[] = [];
  for (const question of pairs) {
    const key = keyOf(question.one, question.other);
    if (key === null || asked.has(key)) continue;
    asked.add(key);
    questions.push(question);
    if (questions.length === MOST_QUESTIONS) break;
  }
  return questions;
}

/** The same for two people in either order; null for one person. */
function keyOf(one: Somebody, other: Somebody): string | null {
  const keys = [JSON.stringify(one), JSON.stringify(other)];
  return keys[0] === keys[1] ? null : keys.sort().join('');
}
