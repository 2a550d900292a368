import { type EmbeddingModel, logLikelihoodRatio } from '../evidence/evidence';
import type { Clusters } from '../group/clusters';
import { NO_NEIGHBOUR, type NeighbourGraph } from '../neighbours/nearest-rows';

/** Two clusters that are probably one person, and that a human should decide about. */
export interface LikelySame {
  readonly one: number;
  readonly other: number;
  /** Log likelihood ratio: the more, the more probable. */
  readonly evidence: number;
}

/** How much less certain than for joining it may be that two clusters are one. */
const LESS_CERTAIN = 3;
const LEAST_EVIDENCE = 2;
/** Stands for the root of a cluster that people do not see. */
const HIDDEN = -1;

/**
 * Pairs of clusters that nearly were joined, or were not because humans gave them different names, the most probable
 * first. None that a human or a photo says are different.
 * @param isShown whether people see this cluster as somebody.
 */
export function likelySame(
  clusters: Clusters,
  graph: NeighbourGraph,
  model: EmbeddingModel,
  leastEvidence: number,
  isShown: (root: number) => boolean,
): LikelySame[] {
  const found: LikelySame[] = [];
  for (const [one, other] of pairsNearby(clusters, graph, isShown)) {
    if (clusters.areKnownToDiffer(one, other)) continue;
    const product = clusters.productOf(one, other);
    const evidence = logLikelihoodRatio(model, clusters.evidenceOf(one), clusters.evidenceOf(other), product);
    if (evidence >= Math.max(LEAST_EVIDENCE, leastEvidence - LESS_CERTAIN))
      found.push({ one, other, evidence });
  }
  return found.sort((a, b) => b.evidence - a.evidence || a.one - b.one || a.other - b.other);
}

/**
 * Shown clusters with faces next to each other, each two once. They are numbers, sorted, since a large library has more
 * of them than fit into a set.
 */
function* pairsNearby(
  clusters: Clusters,
  { neighbours, width }: NeighbourGraph,
  isShown: (root: number) => boolean,
): Generator<readonly [number, number]> {
  const faces = neighbours.length / width;
  const shownRoots = Float64Array.from({ length: faces }, (_, face) => {
    const root = clusters.rootOf(face);
    return isShown(root) ? root : HIDDEN;
  });
  const keys = new Float64Array(neighbours.length);
  let count = 0;
  for (let place = 0; place < neighbours.length; place += 1) {
    if (neighbours[place] === NO_NEIGHBOUR) continue;
    const one = shownRoots[Math.floor(place / width)]!;
    const other = shownRoots[neighbours[place]!]!;
    if (one === other || one === HIDDEN || other === HIDDEN) continue;
    keys[count++] = Math.min(one, other) * faces + Math.max(one, other);
  }
  let last = -1;
  for (const key of keys.subarray(0, count).sort()) {
    if (key !== last) yield [Math.floor(key / faces), key % faces];
    last = key;
  }
}
