import type { Evidence } from '../evidence/evidence';
import type { Clusters, WeightedFaces } from '../group/clusters';
import { NOBODY } from '../group/constraints';

/** The labeled faces of one cluster, summed up. */
export interface LabeledEvidence {
  /** Whom humans said they are. */
  readonly label: number;
  readonly faces: number;
  readonly evidence: Evidence;
  readonly sum: Float64Array;
}

/** What labeled faces alone say, by the clusters they are in. */
export function labeledEvidence(
  clusters: Clusters,
  { vectors, dimension, scales, weights }: WeightedFaces,
  labels: Int32Array,
): ReadonlyMap<number, LabeledEvidence> {
  const found = new Map<number, { label: number; faces: number; weight: number; sum: Float64Array }>();
  for (const [face, label] of labels.entries()) {
    if (label === NOBODY) continue;
    const root = clusters.rootOf(face);
    let own = found.get(root);
    if (own === undefined)
      found.set(root, (own = { label, faces: 0, weight: 0, sum: new Float64Array(dimension) }));
    own.faces += 1;
    own.weight += weights[face]!;
    for (let axis = 0; axis < dimension; axis += 1)
      own.sum[axis]! += scales[face]! * vectors[face * dimension + axis]!;
  }
  return new Map(
    [...found].map(([root, { label, faces, weight, sum }]) => {
      const square = sum.reduce((all, value) => all + value * value, 0);
      return [root, { label, faces, sum, evidence: { weight, square } }];
    }),
  );
}
