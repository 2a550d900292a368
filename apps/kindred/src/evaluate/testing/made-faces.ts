import type { KnownFace } from '../known-faces';

const DIMENSION = 64;
/** Cosine similarity of two faces of one person; those of two have none in common. */
const LIKENESS = 0.8;

/**
 * Faces of whom it is plain who they show: each has its person's direction and one of its own.
 * @param looks the direction of each face's person, which is another person's where two look the same.
 */
export function madeFaces(people: readonly number[], looks = people): KnownFace[] {
  return people.map((person, face) => {
    const embedding = new Float32Array(DIMENSION);
    embedding[looks[face]] = Math.sqrt(LIKENESS);
    embedding[DIMENSION - 1 - face] = Math.sqrt(1 - LIKENESS);
    return { person, embedding, quality: 0.9 };
  });
}
