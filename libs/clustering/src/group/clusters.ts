import type { Evidence } from '../evidence/evidence';
import { type Constraints, NOBODY } from './constraints';

/** Numbers of one kind that a cluster carries. */
type Marks = ReadonlySet<number>;
const NO_MARKS: Marks = new Set();

/** Weighted embeddings of faces, ready to be added up. */
export interface WeightedFaces {
  /** Embeddings, one after the other. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  /** What each embedding is multiplied by, and how much each face says about its person. */
  readonly scales: Float64Array;
  readonly weights: Float64Array;
  /** Squared length of each weighted embedding. */
  readonly squares: Float64Array;
}

/** Disjoint clusters of faces that know the sum of their evidence and what keeps them apart from others. */
export class Clusters {
  readonly sizes: Uint32Array;
  /** How often a cluster has changed. */
  readonly changes: Uint32Array;
  private readonly parents: Uint32Array;
  private readonly weights: Float64Array;
  private readonly squares: Float64Array;
  /** Only of clusters of two and more: the sum of one face is its embedding times its scale. */
  private readonly sums = new Map<number, Float32Array>();
  private readonly photos = new Map<number, Set<number>>();
  private readonly labels: Int32Array;
  private readonly earlier = new Map<number, Set<number>>();
  private readonly rejectedLabels = new Map<number, Set<number>>();
  private readonly rejectedGroups = new Map<number, Set<number>>();
  private readonly different = new Map<number, Set<number>>();

  constructor(
    private readonly faces: WeightedFaces,
    private readonly constraints: Constraints,
  ) {
    const count = constraints.photos.length;
    this.parents = Uint32Array.from({ length: count }, (_, face) => face);
    this.sizes = new Uint32Array(count).fill(1);
    this.changes = new Uint32Array(count);
    this.weights = faces.weights.slice();
    this.squares = faces.squares.slice();
    this.labels = constraints.labels.slice();
    for (const rejection of constraints.rejections) {
      if ('label' in rejection) note(this.rejectedLabels, rejection.face, rejection.label);
      else note(this.rejectedGroups, rejection.face, rejection.earlier);
    }
    for (const [one, other] of constraints.different) {
      note(this.different, one, other);
      note(this.different, other, one);
    }
  }

  rootOf(face: number): number {
    const { parents } = this;
    let root = face;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = face; parents[at] !== root;) {
      const next = parents[at]!;
      parents[at] = root;
      at = next;
    }
    return root;
  }

  evidenceOf(root: number): Evidence {
    return { weight: this.weights[root]!, square: this.squares[root]! };
  }

  /** Whom humans said the faces of this cluster are; `NOBODY` when they said nothing. */
  labelOf(root: number): number {
    return this.labels[root]!;
  }

  /** What a face's embedding is multiplied by. */
  scaleOf(face: number): number {
    return this.faces.scales[face]!;
  }

  /** Dot product of the weighted sums of two clusters. */
  productOf(one: number, other: number): number {
    const left = this.sums.get(one);
    const right = this.sums.get(other);
    if (left && right) return dot(left, right);
    if (left) return dot(left, this.vectorOf(other)) * this.faces.scales[other]!;
    if (right) return dot(this.vectorOf(one), right) * this.faces.scales[one]!;
    return (
      dot(this.vectorOf(one), this.vectorOf(other)) * this.faces.scales[one]! * this.faces.scales[other]!
    );
  }

  /** Dot product of a face's weighted embedding with the weighted sum of a cluster. */
  productWith(face: number, root: number): number {
    const scale = this.faces.scales[face]!;
    const sum = this.sums.get(root);
    if (sum) return dot(sum, this.vectorOf(face)) * scale;
    return dot(this.vectorOf(root), this.vectorOf(face)) * scale * this.faces.scales[root]!;
  }

  /** Once true of two clusters, it stays true whatever they are joined with. */
  mustStayApart(one: number, other: number): boolean {
    const label = this.labels[one]!;
    const otherLabel = this.labels[other]!;
    if (label !== NOBODY && otherLabel !== NOBODY && label !== otherLabel) return true;
    return this.areKnownToDiffer(one, other);
  }

  /** Whether a human or a photo says that two clusters are different people, other than by names. */
  areKnownToDiffer(one: number, other: number): boolean {
    if (this.rejects(one, other) || this.rejects(other, one)) return true;
    return intersect(this.photosOf(one), this.photosOf(other));
  }

  /** Makes one cluster of two. @param product as `productOf` gives it. */
  join(one: number, other: number, product: number): number {
    const [into, from] = this.sizes[one]! >= this.sizes[other]! ? [one, other] : [other, one];
    const sum = this.ownSum(into);
    const added = this.sums.get(from);
    if (added) for (let axis = 0; axis < sum.length; axis += 1) sum[axis]! += added[axis]!;
    else this.addVector(sum, from);
    this.sums.delete(from);
    this.weights[into]! += this.weights[from]!;
    this.squares[into]! += this.squares[from]! + 2 * product;
    if (this.labels[into] === NOBODY) this.labels[into] = this.labels[from]!;
    this.photos.set(into, union(this.photosOf(into), this.photosOf(from)));
    this.photos.delete(from);
    this.earlier.set(into, union(this.earlierOf(into), this.earlierOf(from)));
    this.earlier.delete(from);
    for (const rejected of [this.rejectedLabels, this.rejectedGroups]) {
      const those = rejected.get(from);
      if (those) rejected.set(into, union(rejected.get(into) ?? NO_MARKS, those));
      rejected.delete(from);
    }
    this.parents[from] = into;
    this.sizes[into]! += this.sizes[from]!;
    this.changes[into]! += 1;
    return into;
  }

  /** The faces of every cluster, by its root, ascending. */
  members(): Map<number, number[]> {
    const members = new Map<number, number[]>();
    for (let face = 0; face < this.parents.length; face += 1) {
      const root = this.rootOf(face);
      const known = members.get(root);
      if (known) known.push(face);
      else members.set(root, [face]);
    }
    return members;
  }

  private rejects(one: number, other: number): boolean {
    const label = this.labels[other]!;
    if (label !== NOBODY && this.rejectedLabels.get(one)?.has(label)) return true;
    const groups = this.rejectedGroups.get(one);
    if (groups && intersect(groups, this.earlierOf(other))) return true;
    if (this.different.size === 0) return false;
    for (const group of this.earlierOf(one)) {
      const different = this.different.get(group);
      if (different && intersect(different, this.earlierOf(other))) return true;
    }
    return false;
  }

  private ownSum(root: number): Float32Array {
    let sum = this.sums.get(root);
    if (sum === undefined) {
      sum = new Float32Array(this.faces.dimension);
      this.addVector(sum, root);
      this.sums.set(root, sum);
    }
    return sum;
  }

  private addVector(sum: Float32Array, face: number): void {
    const vector = this.vectorOf(face);
    const scale = this.faces.scales[face]!;
    for (let axis = 0; axis < sum.length; axis += 1) sum[axis]! += scale * vector[axis]!;
  }

  private vectorOf(face: number): Float32Array {
    const { vectors, dimension } = this.faces;
    return vectors.subarray(face * dimension, (face + 1) * dimension);
  }

  private photosOf(root: number): Marks {
    return this.photos.get(root) ?? new Set([this.constraints.photos[root]!]);
  }

  private earlierOf(root: number): Marks {
    const known = this.earlier.get(root);
    if (known) return known;
    const own = this.constraints.earlier[root]!;
    return own === NOBODY ? NO_MARKS : new Set([own]);
  }
}

function note(marks: Map<number, Set<number>>, of: number, mark: number): void {
  const known = marks.get(of);
  if (known) known.add(mark);
  else marks.set(of, new Set([mark]));
}

function intersect(one: Marks, other: Marks): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const mark of small) if (large.has(mark)) return true;
  return false;
}

/** Grows the first where that is possible, since it is the larger cluster's. */
function union(into: Marks, from: Marks): Set<number> {
  if (from.size === 0 && into !== NO_MARKS) return into as Set<number>;
  const all = into === NO_MARKS ? new Set<number>() : (into as Set<number>);
  for (const mark of from) all.add(mark);
  return all;
}

function dot(one: Float32Array, other: Float32Array): number {
  let product = 0;
  for (let axis = 0; axis < one.length; axis += 1) product += one[axis]! * other[axis]!;
  return product;
}
