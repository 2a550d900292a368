import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { LibraryKnowledge } from '@kindred/clustering';
import { ExitGate, Products } from '@kindred/similarity';
import type { Library } from '../libraries/library';
import { stepsOfLearning } from './inside-clustering';
import type { NeighbourSearch } from './plan';
import { CountedProducts } from './product-work';
import { recallsOf } from './recall';

/** As trainings look up neighbours. */
const OPTIONS = { width: 32, minimumSimilarity: 0.2 };
/** Faces whose neighbours are looked up exactly. */
const SAMPLED = 1000;
const LEASTS = [0.3, 0.4, 0.5];

/** Looks up the neighbours of a library alone, as training it does, and judges how. Changes the embeddings. */
export async function judgeNeighbourSearch(
  { vectors, dimension }: Library,
  { sharedDirection }: LibraryKnowledge,
): Promise<NeighbourSearch> {
  const { neighbourGraph, withoutDirection } = stepsOfLearning();
  const products = await Products.open(availableParallelism(), new ExitGate());
  try {
    withoutDirection(vectors, dimension, sharedDirection);
    const counted = new CountedProducts(products);
    const started = performance.now();
    const graph = await neighbourGraph(counted, vectors, dimension, OPTIONS);
    const seconds = (performance.now() - started) / 1000;
    return {
      seconds,
      work: await counted.work(dimension),
      recalls: await recallsOf(products, vectors, dimension, graph, { sampled: SAMPLED, leasts: LEASTS }),
    };
  } finally {
    await products.close();
  }
}
