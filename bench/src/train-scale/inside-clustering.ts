import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Products } from '@kindred/similarity';
import type { Neighbours } from './recall';

type NeighbourGraphOf = (
  products: Pick<Products, 'of'>,
  vectors: Float32Array,
  dimension: number,
  options: { readonly width: number; readonly minimumSimilarity: number },
) => Promise<Neighbours>;

type WithoutDirection = (
  vectors: Float32Array,
  dimension: number,
  direction: Float64Array | null,
) => Float32Array;

/**
 * Steps of learning that this bench looks at alone. Nobody else does, so the library does not offer them to others.
 */
export function stepsOfLearning() {
  const require = createRequire(__filename);
  const library = dirname(require.resolve('@kindred/clustering'));
  const { neighbourGraph } = require(join(library, 'neighbours', 'neighbour-graph.js')) as {
    neighbourGraph: NeighbourGraphOf;
  };
  const { withoutDirection } = require(join(library, 'evidence', 'shared-direction.js')) as {
    withoutDirection: WithoutDirection;
  };
  return { neighbourGraph, withoutDirection };
}
