import type { FaceGroup, GroupInput } from './group-faces';

/** Numbers of one kind that a group carries; most groups carry one or none, so sets are made only for more. */
type Tags = ReadonlySet<number>;
const NO_TAGS: Tags = new Set();

/** Disjoint groups of faces that know the sum of their vectors and what keeps them apart from others. */
export class Forest {
  private readonly parents: Uint32Array;
  private readonly sizes: Uint32Array;
  /** Only of groups of two and more: the sum of one face is its vector. */
  private readonly sums = new Map<number, Float64Array>();
  private readonly photos: Map<number, Set<number>> = new Map();
  private readonly earlier: Map<number, Set<number>> = new Map();
  private readonly refused: Map<number, Set<number>> = new Map();

  constructor(private readonly input: GroupInput) {
    this.parents = Uint32Array.from(input.photos.keys());
    this.sizes = new Uint32Array(input.photos.length).fill(1);
    for (const { face, earlier } of input.refusals) {
      this.refused.set(face, (this.refused.get(face) ?? new Set()).add(earlier));
    }
    if (input.keepEarlier) this.joinEarlier();
  }

  rootOf(face: number): number {
    const { parents } = this;
    let root = face;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = face; parents[at] !== root; ) {
      const next = parents[at]!;
      parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Once true of two groups, it stays true whatever they are joined with. */
  mustStayApart(left: number, right: number): boolean {
    if (intersect(this.photosOf(left), this.photosOf(right))) return true;
    const earlierLeft = this.earlierOf(left);
    const earlierRight = this.earlierOf(right);
    if (this.input.keepEarlier && earlierLeft.size > 0 && earlierRight.size > 0) return true;
    return (
      intersect(this.refused.get(left) ?? NO_TAGS, earlierRight) ||
      intersect(this.refused.get(right) ?? NO_TAGS, earlierLeft)
    );
  }

  averageSimilarity(left: number, right: number): number {
    return dot(this.sumOf(left), this.sumOf(right)) / (this.sizes[left]! * this.sizes[right]!);
  }

  join(left: number, right: number): void {
    const [into, from] = this.sizes[left]! >= this.sizes[right]! ? [left, right] : [right, left];
    this.photos.set(into, union(this.photosOf(into), this.photosOf(from)));
    const earlier = this.earlierOf(from);
    if (earlier.size > 0) this.earlier.set(into, union(this.earlierOf(into), earlier));
    const refused = this.refused.get(from);
    if (refused) this.refused.set(into, union(this.refused.get(into) ?? NO_TAGS, refused));
    const sum = this.sums.get(into) ?? Float64Array.from(this.vectorOf(into));
    const added = this.sumOf(from);
    for (let i = 0; i < sum.length; i += 1) sum[i]! += added[i]!;
    this.sums.set(into, sum);
    this.parents[from] = into;
    this.sizes[into]! += this.sizes[from]!;
    for (const tags of [this.sums, this.photos, this.earlier, this.refused]) tags.delete(from);
  }

  groups(): FaceGroup[] {
    const members = new Map<number, number[]>();
    for (let face = 0; face < this.parents.length; face += 1) {
      const root = this.rootOf(face);
      if (this.sizes[root] === 1) continue;
      const group = members.get(root);
      if (group) group.push(face);
      else members.set(root, [face]);
    }
    return [...members]
      .sort(([, one], [, other]) => other.length - one.length || one[0]! - other[0]!)
      .map(([root, faces]) => ({ faces, similarities: faces.map((face) => this.similarityWithOthers(face, root)) }));
  }

  private joinEarlier(): void {
    const first = new Map<number, number>();
    for (const [face, group] of this.input.earlier.entries()) {
      if (group < 0) continue;
      const other = first.get(group);
      if (other === undefined) first.set(group, face);
      else this.join(this.rootOf(other), face);
    }
  }

  private similarityWithOthers(face: number, root: number): number {
    const vector = this.vectorOf(face);
    return (dot(vector, this.sumOf(root)) - dot(vector, vector)) / (this.sizes[root]! - 1);
  }

  private vectorOf(face: number): Float32Array {
    const { vectors, dimension } = this.input;
    return vectors.subarray(face * dimension, (face + 1) * dimension);
  }

  private sumOf(root: number): Float64Array | Float32Array {
    return this.sums.get(root) ?? this.vectorOf(root);
  }

  private photosOf(root: number): Tags {
    return this.photos.get(root) ?? new Set([this.input.photos[root]!]);
  }

  private earlierOf(root: number): Tags {
    const known = this.earlier.get(root);
    if (known) return known;
    const own = this.input.earlier[root]!;
    return own < 0 ? NO_TAGS : new Set([own]);
  }
}

function intersect(one: Tags, other: Tags): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const tag of small) if (large.has(tag)) return true;
  return false;
}

/** Grows the first where that is possible, since it is the larger group's. */
function union(into: Tags, from: Tags): Set<number> {
  const all = into === NO_TAGS ? new Set<number>() : (into as Set<number>);
  for (const tag of from) all.add(tag);
  return all;
}

function dot(one: Float64Array | Float32Array, other: Float64Array | Float32Array): number {
  let product = 0;
  for (let i = 0; i < one.length; i += 1) product += one[i]! * other[i]!;
  return product;
}
