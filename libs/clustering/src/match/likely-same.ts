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

/**
 * Pairs of clusters that nearly were joined, or were not because humans gave them different names, the most probable
 * first. None that a human or a photo says are different.
 * @param isShown whether people see this cluster as somebody.
 */
export function likelySame(
  clusters: Clusters,
  { neighbours, width }: NeighbourGraph,
  model: EmbeddingModel,
  leastEvidence: number,
  isShown: (root: number) => boolean,
): LikelySame[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (let place = 0; place < neighbours.length; place += 1) {
    if (neighbours[place] === NO_NEIGHBOUR) continue;
    const one = clusters.rootOf(Math.floor(place / width));
    const other = clusters.rootOf(neighbours[place]!);
    if (one === other || !isShown(one) || !isShown(other)) continue;
    const pair = [Math.min(one, other), Math.max(one, other)] as const;
    pairs.set(pair.join('-'), pair);
  }
  const found: LikelySame[] = [];
  for (const [one, other] of pairs.values()) {
    if (clusters.areKnownToDiffer(one, other)) continue;
    const product = clusters.productOf(one, other);
    const evidence = logLikelihoodRatio(model, clusters.evidenceOf(one), clusters.evidenceOf(other), product);
    if (evidence >= Math.max(LEAST_EVIDENCE, leastEvidence - LESS_CERTAIN))
      found.push({ one, other, evidence });
  }
  return found.sort((a, b) => b.evidence - a.evidence || a.one - b.one || a.other - b.other);
}
