/** Pairs of faces, by index, that are neighbours in a k-nearest-neighbour graph. */
export interface Edges {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Cosine similarity. */
  readonly similarity: Float64Array;
}

/** Collects edges without an object for each. */
export class EdgeList {
  private a = new Uint32Array(1024);
  private b = new Uint32Array(1024);
  private similarity = new Float64Array(1024);
  private length = 0;

  get size(): number {
    return this.length;
  }

  add(one: number, other: number, similarity: number): void {
    if (this.length === this.a.length) this.grow();
    this.a[this.length] = Math.min(one, other);
    this.b[this.length] = Math.max(one, other);
    this.similarity[this.length] = similarity;
    this.length += 1;
  }

  /** Copies of what was added. */
  edges(): Edges {
    return {
      a: this.a.slice(0, this.length),
      b: this.b.slice(0, this.length),
      similarity: this.similarity.slice(0, this.length),
    };
  }

  private grow(): void {
    const { a, b, similarity } = this;
    const capacity = 2 * a.length;
    (this.a = new Uint32Array(capacity)).set(a);
    (this.b = new Uint32Array(capacity)).set(b);
    (this.similarity = new Float64Array(capacity)).set(similarity);
  }
}

/** Places of the edges, the most similar first; equally similar ones by the faces they connect. */
export function byFallingSimilarity({ a, b, similarity }: Edges): Uint32Array {
  return Uint32Array.from(a.keys()).sort(
    (one, other) => similarity[other]! - similarity[one]! || a[one]! - a[other]! || b[one]! - b[other]!,
  );
}
