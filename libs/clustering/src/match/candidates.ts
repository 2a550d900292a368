import { logOddsOf, type Reasons } from '../confidence/confidence';
import { type EmbeddingModel, type Evidence, logLikelihoodRatio } from '../evidence/evidence';
import type { Clusters, WeightedFaces } from '../group/clusters';
import { NO_NEIGHBOUR, type NeighbourGraph } from '../neighbours/nearest-rows';
import type { LabeledEvidence } from './labeled-evidence';

/** Somebody a face may be. */
export interface Candidate {
  readonly label: number;
  readonly logOdds: number;
}

/** Whom faces may be: the people in whose clusters they or their neighbours are. */
export class Candidates {
  constructor(
    private readonly clusters: Clusters,
    private readonly faces: WeightedFaces,
    private readonly graph: NeighbourGraph,
    private readonly model: EmbeddingModel,
    private readonly labeled: ReadonlyMap<number, LabeledEvidence>,
  ) {}

  /**
   * The people that a face may be, the most probable first, each once. A labeled face is judged as if it were not:
   * neither itself nor its label counts.
   */
  of(face: number, isLabeled: boolean): readonly Candidate[] {
    const best = new Map<number, number>();
    for (const root of this.rootsAround(face)) {
      const labeled = this.labeled.get(root);
      if (labeled === undefined) continue;
      const reasons = this.reasons(face, root, labeled, isLabeled);
      if (reasons === null) continue;
      const logOdds = logOddsOf(reasons);
      if (logOdds > (best.get(labeled.label) ?? -Infinity)) best.set(labeled.label, logOdds);
    }
    return [...best]
      .map(([label, logOdds]) => ({ label, logOdds }))
      .sort((one, other) => other.logOdds - one.logOdds || one.label - other.label);
  }

  private rootsAround(face: number): ReadonlySet<number> {
    const { neighbours, width } = this.graph;
    const roots = new Set([this.clusters.rootOf(face)]);
    for (let place = face * width; place < (face + 1) * width; place += 1) {
      const neighbour = neighbours[place]!;
      if (neighbour === NO_NEIGHBOUR) break;
      roots.add(this.clusters.rootOf(neighbour));
    }
    return roots;
  }

  /** Null when nothing of the person is left to compare the face with. */
  private reasons(face: number, root: number, labeled: LabeledEvidence, isLabeled: boolean): Reasons | null {
    const together = root === this.clusters.rootOf(face);
    const counts = together && isLabeled;
    if (counts && labeled.faces === 1) return null;
    const own: Evidence = { weight: this.faces.weights[face]!, square: this.faces.squares[face]! };
    const product = this.productWith(face, labeled.sum);
    return {
      together,
      labeled: counts ? labeled.faces - 1 : labeled.faces,
      evidence: this.ratio(own, labeled.evidence, product, counts),
    };
  }

  /** @param includes whether the face itself is part of the sum, and is to be left out. */
  private ratio(own: Evidence, sum: Evidence, product: number, includes: boolean): number {
    if (!includes) return logLikelihoodRatio(this.model, own, sum, product);
    const rest = { weight: sum.weight - own.weight, square: sum.square - 2 * product + own.square };
    return logLikelihoodRatio(this.model, own, rest, product - own.square);
  }

  private productWith(face: number, sum: Float64Array): number {
    const { vectors, dimension, scales } = this.faces;
    let product = 0;
    for (let axis = 0; axis < dimension; axis += 1) product += sum[axis]! * vectors[face * dimension + axis]!;
    return product * scales[face]!;
  }
}
