import { type Face, type FaceAnalysis, KindredError } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** So many neighbours an index answers at most. */
const MOST_NEIGHBOURS = 1000;

/** A face of the library that looks like another one. */
export interface SimilarFace {
  readonly face: Face;
  /** Cosine similarity in [-1, 1]. */
  readonly similarity: number;
  /** Probability that both are one person, from the similarity alone. */
  readonly confidence: number;
}

/** Finds faces of the library by how a face looks, whether or not that face is in the library. */
export class SimilarFaces {
  constructor(
    private readonly ports: Pick<Ports, 'faces' | 'vectors'>,
    private readonly analysis: Pick<FaceAnalysis, 'pack' | 'confidenceOf'>,
  ) {}

  /** The most similar first, without those that are out of sight. @throws KindredError `ARGUMENT_INVALID` or `VECTOR_INVALID` for what is no vector. */
  async like(vector: Float32Array, count: number): Promise<readonly SimilarFace[]> {
    for (let asked = count; ; asked = Math.min(4 * asked, MOST_NEIGHBOURS)) {
      const { found, isEverything } = await this.nearest(vector, asked);
      if (found.length >= count || isEverything) return found.slice(0, count);
    }
  }

  private async nearest(vector: Float32Array, count: number) {
    const { faces, vectors } = this.ports;
    const [neighbours = []] = await vectors.neighbours(this.analysis.pack, [vector], { count });
    const present = new Map(
      (await faces.getMany(neighbours.map(({ face }) => face))).map((face) => [face.id, face]),
    );
    const found = neighbours.flatMap(({ face: id, similarity }): SimilarFace[] => {
      const face = present.get(id);
      if (face === undefined || face.standing.state === 'ignored') return [];
      return [{ face, similarity, confidence: this.analysis.confidenceOf(similarity) }];
    });
    return { found, isEverything: neighbours.length < count || count === MOST_NEIGHBOURS };
  }
}

/** A vector as text, for clients that hand it back as they got it. */
export const vectorToText = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

/** @throws KindredError `ARGUMENT_INVALID`. */
export function vectorFromText(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  const vector = new Float32Array(bytes.length >> 2);
  Buffer.from(vector.buffer).set(bytes.subarray(0, vector.byteLength));
  const isWhole = bytes.length > 0 && bytes.length % 4 === 0 && bytes.toString('base64') === text;
  if (isWhole && vector.every(Number.isFinite)) return vector;
  throw new KindredError('ARGUMENT_INVALID', 'This is not the vector of a face.', {
    hint: 'Hand back a vector as POST /search/face gave it.',
  });
}
