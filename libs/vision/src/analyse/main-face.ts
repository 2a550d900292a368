import type { AnalysedFace } from './analysis';

/** How much less a face counts in the corner of a photo than in its middle. */
const CENTRALITY = 8;

/** The face that a photo of one person is of: large and in the middle; undefined where there is none. */
export function mainFace<Face extends Pick<AnalysedFace, 'box'>>(faces: readonly Face[]): Face | undefined {
  const prominence = ({ box }: Face) => {
    const x = box.x + box.width / 2 - 0.5;
    const y = box.y + box.height / 2 - 0.5;
    return (box.width * box.height) / (1 + CENTRALITY * (x * x + y * y));
  };
  return [...faces].sort((a, b) => prominence(b) - prominence(a))[0];
}
