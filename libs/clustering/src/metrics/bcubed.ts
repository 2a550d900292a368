import { overlapsOf } from './overlap';
import { type Scores, scoresOf } from './scores';

/**
 * BCubed precision and recall (Bagga and Baldwin, 1998): for each face, the share of its group that is its person,
 * and the share of its person that is in its group, itself included; then the mean over all faces. Every face weighs
 * alike, so that it also counts whether strangers seen once are left alone. Without faces, both are 1.
 * @param truth who each face is, and @param predicted its group; -1 for a face that is alone.
 */
export function bcubedScores(truth: Int32Array, predicted: Int32Array): Scores {
  let precision = 0;
  let recall = 0;
  for (const { faces, personFaces, groupFaces } of overlapsOf(truth, predicted)) {
    precision += (faces * faces) / groupFaces;
    recall += (faces * faces) / personFaces;
  }
  const count = truth.length;
  return count === 0 ? scoresOf(1, 1) : scoresOf(precision / count, recall / count);
}
