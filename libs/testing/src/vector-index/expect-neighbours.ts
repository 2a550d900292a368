import type { FaceId, Neighbour, NeighbourQuery } from '@kindred/domain';
import { cosine } from './vectors';

/** What single precision may differ by. */
const TOLERANCE = 1e-5;

/** Checks an answer against the slow and obvious one, in which equally similar faces may change places. */
export function expectNeighbours(
  answer: readonly Neighbour[],
  stored: ReadonlyMap<FaceId, Float32Array>,
  vector: Float32Array,
  { count, minimumSimilarity = -1, among }: NeighbourQuery,
): void {
  const similarities = new Map(
    [...stored]
      .filter(([face]) => !among || among.has(face))
      .map(([face, other]) => [face, cosine(vector, other)]),
  );
  const descending = [...similarities.values()].sort((one, other) => other - one);
  const certain = descending.filter((similarity) => similarity >= minimumSimilarity + TOLERANCE).length;
  const possible = descending.filter((similarity) => similarity >= minimumSimilarity - TOLERANCE).length;

  expect(answer.length).toBeGreaterThanOrEqual(Math.min(count, certain));
  expect(answer.length).toBeLessThanOrEqual(Math.min(count, possible));
  expect(new Set(answer.map(({ face }) => face)).size).toBe(answer.length);
  for (const [rank, { face, similarity }] of answer.entries()) {
    expect(similarities.has(face)).toBe(true);
    expect(Math.abs(similarity - similarities.get(face)!)).toBeLessThan(TOLERANCE);
    expect(Math.abs(similarity - descending[rank]!)).toBeLessThan(TOLERANCE);
    expect(similarity).toBeGreaterThanOrEqual(minimumSimilarity);
    expect(Math.abs(similarity)).toBeLessThanOrEqual(1);
  }
  expectRanked(answer);
}

/** Most similar first; those that are equally similar by their ids. */
function expectRanked(answer: readonly Neighbour[]): void {
  const sorted = [...answer].sort(
    (one, other) => other.similarity - one.similarity || (one.face < other.face ? -1 : 1),
  );
  expect(answer).toEqual(sorted);
}
