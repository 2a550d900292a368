import fc from 'fast-check';
import { type Edge, groupFaces } from './group-faces';

/** A unit vector in the plane at this angle, so that similarity is the cosine of the difference. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

const similarity = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

function allEdges(vectors: readonly Float32Array[]): Edge[] {
  return vectors.flatMap((_, a) =>
    vectors.slice(a + 1).map((other, i) => ({ a, b: a + 1 + i, similarity: similarity(vectors[a], other) })),
  );
}

function group(degrees: readonly number[], photos = degrees.map((_, i) => i), minimumSimilarity = 0.9) {
  const vectors = degrees.map(at);
  return groupFaces({ vectors, edges: allEdges(vectors), photos, minimumSimilarity });
}

describe('grouping faces', () => {
  it('joins faces that are alike and leaves the others alone', () => {
    expect(group([0, 90, 2, 92, 4, 180])).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it('never joins faces of one photo, however alike', () => {
    expect(group([0, 0], [7, 7])).toEqual([]);
    expect(group([0, 0, 1], [7, 7, 8])).toEqual([[0, 2]]);
  });

  it('does not chain two people through a face between them', () => {
    expect(group([0, 1, 2, 22, 42, 43, 44], undefined, 0.93)).not.toContainEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('has an answer for nothing and for one face', () => {
    expect(group([])).toEqual([]);
    expect(group([10])).toEqual([]);
  });

  it('puts no face into two groups, no photo twice into one, and keeps the average above the minimum', () => {
    const faces = fc.array(fc.record({ degrees: fc.integer({ min: 0, max: 359 }), photo: fc.nat(5) }), { maxLength: 30 });
    fc.assert(
      fc.property(faces, (sample) => {
        const photos = sample.map(({ photo }) => photo);
        const groups = group(sample.map(({ degrees }) => degrees), photos, 0.8);
        const placed = groups.flat();
        expect(new Set(placed).size).toBe(placed.length);
        for (const members of groups) {
          expect(new Set(members.map((face) => photos[face])).size).toBe(members.length);
        }
      }),
    );
  });
});
