import { overlapsOf } from './overlap';
import { type Scores, scoresOf } from './scores';

/**
 * Precision and recall of pairs: of all pairs of faces that share a group, the share that is one person; of all pairs
 * that are one person, the share that shares a group. A person's weight grows with the square of their faces. Without
 * any pair to be wrong about, both are 1.
 * @param truth who each face is, and @param predicted its group; -1 for a face that is alone.
 */
export function pairwiseScores(truth: Int32Array, predicted: Int32Array): Scores {
  let right = 0;
  let together = 0;
  let belonging = 0;
  for (const { faces, personFaces, groupFaces } of overlapsOf(truth, predicted)) {
    right += faces * (faces - 1);
    // Each group is counted once over its overlaps: their faces sum up to its own.
    together += faces * (groupFaces - 1);
    belonging += faces * (personFaces - 1);
  }
  return scoresOf(together === 0 ? 1 : right / together, belonging === 0 ? 1 : right / belonging);
}
