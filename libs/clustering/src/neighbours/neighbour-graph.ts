import type { Products } from '@kindred/similarity';
import { compareEveryPair } from './every-pair';
import { compareInsideLists } from './inverted-lists';
import { NearestRows, type NeighbourGraph } from './nearest-rows';

export interface NeighbourGraphOptions {
  /** Neighbours of a face at most. */
  readonly width: number;
  /** Cosine similarity from which a face is a neighbour. */
  readonly minimumSimilarity: number;
  /** Told how many faces are compared with the others. */
  readonly onProgress?: (faces: number) => void;
  /** Up to so many faces every pair is compared. */
  readonly mostCompared?: number;
}

/** From here on comparing every pair takes longer than making lists and looking into some of them. */
const MOST_COMPARED = 30_000;
/** Lists that each face is compared with. */
const PROBES = 16;

/**
 * The k-nearest-neighbour graph of faces: exact for small libraries, inside inverted lists for large ones.
 * @param vectors L2-normalised embeddings, one after the other; a vector of zeros has no neighbours.
 */
export async function neighbourGraph(
  products: Products,
  vectors: Float32Array,
  dimension: number,
  {
    width,
    minimumSimilarity,
    onProgress = () => undefined,
    mostCompared = MOST_COMPARED,
  }: NeighbourGraphOptions,
): Promise<NeighbourGraph> {
  const count = vectors.length / dimension;
  const nearest = new NearestRows(count, width, minimumSimilarity);
  if (count <= mostCompared) await compareEveryPair(products, vectors, dimension, nearest, onProgress);
  else {
    // As much work to find the lists as inside them.
    const lists = Math.round(Math.sqrt(PROBES * count));
    await compareInsideLists(products, vectors, dimension, { lists, probes: PROBES }, nearest, onProgress);
  }
  return nearest.graph;
}
