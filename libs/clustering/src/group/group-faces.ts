import { Forest } from './forest';
import { byFallingSimilarity, type Edges } from './edges';

/** Faces with what connects and what separates them, in memory that can be handed to a thread. */
export interface GroupInput {
  /** L2-normalised embeddings, one face after the other. */
  readonly vectors: Float32Array;
  /** Numbers in an embedding. */
  readonly dimension: number;
  /** Neighbours whose groups may be joined; others are only joined through them. */
  readonly edges: Edges;
  /** The photo of each face, as any number: faces of one photo are different people. */
  readonly photos: Uint32Array;
  /** The earlier group of each face, as any number from 0 up; -1 for a face that was in none. */
  readonly earlier: Int32Array;
  /** What a human said: this face does not belong to this earlier group, nor to any of its faces. */
  readonly refusals: readonly { readonly face: number; readonly earlier: number }[];
  /** True when earlier groups stay as they are and only take in faces that were in none. */
  readonly keepEarlier: boolean;
  /** Groups are joined while the average cosine similarity of the pairs across them is at least this. */
  readonly minimumSimilarity: number;
}

export interface FaceGroup {
  /** At least two indices of faces, ascending. */
  readonly faces: readonly number[];
  /** Mean cosine similarity of each of these faces with the others of the group. */
  readonly similarities: readonly number[];
}

/**
 * Constrained average-linkage agglomeration over a neighbour graph: edges are visited from the most similar down,
 * and the groups at their ends are joined when the mean similarity of all pairs across them reaches the minimum and
 * nothing keeps them apart. That is repeated until no edge joins any more. The mean over all pairs costs one dot
 * product, because it is the product of the groups' mean vectors. One bad photo thus cannot chain two people
 * together, as it can with single linkage.
 * Returns groups of at least two faces, largest first, the same for the same input.
 */
export function groupFaces(input: GroupInput): FaceGroup[] {
  const { edges, minimumSimilarity } = input;
  const forest = new Forest(input);
  let open = byFallingSimilarity(edges);
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((edge) => {
      const left = forest.rootOf(edges.a[edge]!);
      const right = forest.rootOf(edges.b[edge]!);
      if (left === right || forest.mustStayApart(left, right)) return false;
      if (!(forest.averageSimilarity(left, right) >= minimumSimilarity)) return true;
      forest.join(left, right);
      return false;
    });
  }
  return forest.groups();
}
