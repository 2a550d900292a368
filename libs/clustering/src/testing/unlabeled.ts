import { ExitGate, Products } from '@kindred/similarity';
import type { LibraryFaces } from '../learn/library-faces';
import { NOBODY } from '../group/constraints';

/** Products as tests use them. */
export const openProducts = (): Promise<Products> => Products.open(1, new ExitGate());

/** Faces of nobody known, each in a photo of its own. */
export function unlabeled(
  faces: Pick<LibraryFaces, 'vectors' | 'dimension'> & Partial<LibraryFaces>,
): LibraryFaces {
  const count = faces.vectors.length / faces.dimension;
  return {
    photos: Uint32Array.from({ length: count }, (_, face) => face),
    qualities: new Float32Array(count).fill(0.7),
    labels: new Int32Array(count).fill(NOBODY),
    earlier: new Int32Array(count).fill(NOBODY),
    rejections: [],
    different: [],
    ...faces,
  };
}
