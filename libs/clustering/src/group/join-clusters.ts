import { type EmbeddingModel, logLikelihoodRatio } from '../evidence/evidence';
import { NO_NEIGHBOUR, type NeighbourGraph } from '../neighbours/nearest-rows';
import type { Clusters } from './clusters';
import { PairHeap } from './pair-heap';
import { PairList } from './pair-list';

/** Rounds in which pairs that were not certain enough are looked at again, since their clusters have grown. */
const MOST_ROUNDS = 4;

/**
 * Joins faces of one person, the most certain pair first: agglomeration by the likelihood ratio of clusters, over the
 * pairs of a neighbour graph. What two clusters say is added up, so that one bad photo cannot chain two people
 * together. Nothing is joined that must stay apart. The same input gives the same clusters.
 * @param leastEvidence log likelihood ratio from which two clusters are one person.
 */
export function joinClusters(
  clusters: Clusters,
  graph: NeighbourGraph,
  model: EmbeddingModel,
  leastEvidence: number,
): void {
  const pairs = certainPairs(clusters, graph, model, leastEvidence);
  let open = pairs.heap;
  for (let round = 0; round < MOST_ROUNDS && open.size > 0; round += 1) {
    const { uncertain, joined } = joinRound(clusters, pairs, open, model, leastEvidence);
    if (!joined) return;
    open = stillOpen(clusters, pairs, uncertain, model, leastEvidence);
  }
}

/** Pairs of clusters, by the faces that connected them, with the state of the clusters when they were compared. */
interface Pairs {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly changesOfOne: Uint32Array;
  readonly changesOfOther: Uint32Array;
}

function certainPairs(
  clusters: Clusters,
  { neighbours, similarities, width }: NeighbourGraph,
  model: EmbeddingModel,
  leastEvidence: number,
): Pairs & { readonly heap: PairHeap } {
  const list = new PairList();
  for (let place = 0; place < neighbours.length; place += 1) {
    const face = Math.floor(place / width);
    const other = neighbours[place]!;
    if (other === NO_NEIGHBOUR) continue;
    // A pair that both name is compared once.
    if (other < face && names(neighbours, width, other, face)) continue;
    const product = similarities[place]! * clusters.scaleOf(face) * clusters.scaleOf(other);
    const evidence = evidenceOf(clusters, model, face, other, product);
    if (evidence >= leastEvidence) list.add(face, other, evidence);
  }
  const { one, other, values } = list.all();
  const heap = new PairHeap(values.length);
  for (const [pair, evidence] of values.entries()) heap.push(evidence, pair);
  return {
    heap,
    one,
    other,
    changesOfOne: new Uint32Array(one.length),
    changesOfOther: new Uint32Array(one.length),
  };
}

function names(neighbours: Uint32Array, width: number, face: number, other: number): boolean {
  for (let place = face * width; place < (face + 1) * width; place += 1)
    if (neighbours[place] === other) return true;
  return false;
}

function joinRound(
  clusters: Clusters,
  pairs: Pairs,
  open: PairHeap,
  model: EmbeddingModel,
  leastEvidence: number,
) {
  const uncertain: number[] = [];
  let joined = false;
  while (open.size > 0) {
    const known = open.firstKey;
    const pair = open.pop();
    const one = clusters.rootOf(pairs.one[pair]!);
    const other = clusters.rootOf(pairs.other[pair]!);
    if (one === other) continue;
    const product = clusters.productOf(one, other);
    if (isOutdated(clusters, pairs, pair, one, other)) {
      const evidence = evidenceOf(clusters, model, one, other, product);
      remember(clusters, pairs, pair, one, other);
      if (!(evidence >= leastEvidence)) {
        uncertain.push(pair);
        continue;
      }
      if (evidence < known) {
        open.push(evidence, pair);
        continue;
      }
    }
    if (clusters.mustStayApart(one, other)) continue;
    clusters.join(one, other, product);
    joined = true;
  }
  return { uncertain, joined };
}

/** Pairs that have become certain meanwhile; each two clusters once. */
function stillOpen(
  clusters: Clusters,
  pairs: Pairs,
  uncertain: readonly number[],
  model: EmbeddingModel,
  leastEvidence: number,
): PairHeap {
  const heap = new PairHeap(uncertain.length);
  const seen = new Set<string>();
  for (const pair of uncertain) {
    const one = clusters.rootOf(pairs.one[pair]!);
    const other = clusters.rootOf(pairs.other[pair]!);
    const key = one < other ? `${one}-${other}` : `${other}-${one}`;
    if (one === other || seen.has(key)) continue;
    seen.add(key);
    const evidence = compare(clusters, model, one, other);
    remember(clusters, pairs, pair, one, other);
    if (evidence >= leastEvidence) heap.push(evidence, pair);
  }
  return heap;
}

function compare(clusters: Clusters, model: EmbeddingModel, one: number, other: number): number {
  return evidenceOf(clusters, model, one, other, clusters.productOf(one, other));
}

function evidenceOf(
  clusters: Clusters,
  model: EmbeddingModel,
  one: number,
  other: number,
  product: number,
): number {
  return logLikelihoodRatio(model, clusters.evidenceOf(one), clusters.evidenceOf(other), product);
}

function isOutdated(clusters: Clusters, pairs: Pairs, pair: number, one: number, other: number): boolean {
  return (
    pairs.one[pair] !== one ||
    pairs.other[pair] !== other ||
    pairs.changesOfOne[pair] !== clusters.changes[one] ||
    pairs.changesOfOther[pair] !== clusters.changes[other]
  );
}

function remember(clusters: Clusters, pairs: Pairs, pair: number, one: number, other: number): void {
  pairs.one[pair] = one;
  pairs.other[pair] = other;
  pairs.changesOfOne[pair] = clusters.changes[one]!;
  pairs.changesOfOther[pair] = clusters.changes[other]!;
}
