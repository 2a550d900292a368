/** Two faces, by index, that are neighbours in the k-nearest-neighbour graph. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** Cosine similarity. */
  readonly similarity: number;
}

export interface GroupInput {
  /** L2-normalised embeddings, one face after the other. */
  readonly vectors: readonly Float32Array[];
  readonly edges: readonly Edge[];
  /** The photo of each face, as any number: faces of one photo are different people. */
  readonly photos: readonly number[];
  /** Groups are joined while their average similarity is at least this. */
  readonly minimumSimilarity: number;
}

/**
 * Constrained average-linkage agglomeration over a neighbour graph: edges are visited from the most similar down,
 * and the groups at their ends are joined when the mean similarity of all pairs across them reaches the minimum and
 * no photo has a face in both. The mean over all pairs costs one dot product, because it is the product of the
 * groups' mean vectors. One bad photo thus cannot chain two people together, as it can with single linkage.
 * Returns groups of at least two face indices, largest first, deterministic for the same input.
 */
export function groupFaces({ vectors, edges, photos, minimumSimilarity }: GroupInput): number[][] {
  const forest = new Forest(vectors, photos);
  const sorted = [...edges].sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  for (const { a, b } of sorted) {
    const left = forest.rootOf(a);
    const right = forest.rootOf(b);
    if (left === right || forest.sharePhoto(left, right)) continue;
    if (forest.averageSimilarity(left, right) >= minimumSimilarity) forest.join(left, right);
  }
  return forest.groups().filter((group) => group.length > 1);
}

/** Disjoint sets of faces that carry the sum of their vectors and the photos they are in. */
class Forest {
  private readonly parents: Int32Array;
  private readonly sums: (Float64Array | null)[];
  private readonly members: number[][];
  private readonly photoSets: Set<number>[];

  constructor(vectors: readonly Float32Array[], photos: readonly number[]) {
    this.parents = Int32Array.from(vectors.keys());
    this.sums = vectors.map((vector) => Float64Array.from(vector));
    this.members = vectors.map((_, index) => [index]);
    this.photoSets = photos.map((photo) => new Set([photo]));
  }

  rootOf(face: number): number {
    let root = face;
    while (this.parents[root] !== root) root = this.parents[root];
    for (let at = face; this.parents[at] !== root; ) {
      const next = this.parents[at];
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  sharePhoto(left: number, right: number): boolean {
    const [small, large] = [this.photoSets[left], this.photoSets[right]].sort((a, b) => a.size - b.size);
    for (const photo of small) if (large.has(photo)) return true;
    return false;
  }

  averageSimilarity(left: number, right: number): number {
    const a = this.sums[left]!;
    const b = this.sums[right]!;
    let product = 0;
    for (let i = 0; i < a.length; i += 1) product += a[i] * b[i];
    return product / (this.members[left].length * this.members[right].length);
  }

  join(left: number, right: number): void {
    const [into, from] = this.members[left].length >= this.members[right].length ? [left, right] : [right, left];
    const sum = this.sums[into]!;
    const added = this.sums[from]!;
    for (let i = 0; i < sum.length; i += 1) sum[i] += added[i];
    this.members[into].push(...this.members[from]);
    for (const photo of this.photoSets[from]) this.photoSets[into].add(photo);
    this.parents[from] = into;
    this.sums[from] = null;
    this.members[from] = [];
    this.photoSets[from] = new Set();
  }

  groups(): number[][] {
    return this.members
      .filter((group) => group.length > 0)
      .map((group) => group.sort((a, b) => a - b))
      .sort((a, b) => b.length - a.length || a[0] - b[0]);
  }
}
