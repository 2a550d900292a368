import fc from 'fast-check';
import { EdgeList } from './edges';
import { groupFaces, type GroupInput } from './group-faces';

const EARLIER_UNKNOWN = -1;

/** A unit vector in the plane at this angle, so that similarity is the cosine of the difference. */
const at = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

const cosine = (one: number, other: number) => Math.cos(((one - other) * Math.PI) / 180);

/** Every pair of faces is an edge, which is as much as a neighbour graph can have. */
function inputOf(degrees: readonly number[], change: Partial<GroupInput> = {}): GroupInput {
  const edges = new EdgeList();
  for (const [a, one] of degrees.entries()) {
    for (const [offset, other] of degrees.slice(a + 1).entries()) edges.add(a + 1 + offset, a, cosine(one, other));
  }
  return {
    vectors: Float32Array.from(degrees.flatMap(at)),
    dimension: 2,
    edges: edges.edges(),
    photos: Uint32Array.from(degrees.keys()),
    earlier: new Int32Array(degrees.length).fill(EARLIER_UNKNOWN),
    refusals: [],
    keepEarlier: false,
    minimumSimilarity: 0.9,
    ...change,
  };
}

const facesOf = (input: GroupInput) => groupFaces(input).map(({ faces }) => faces);

describe('grouping faces', () => {
  it('joins faces that are alike and leaves the others alone', () => {
    expect(facesOf(inputOf([0, 90, 2, 92, 4, 180]))).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it('says how alike each face is to the others of its group', () => {
    const [group] = groupFaces(inputOf([0, 10, 20]));
    const expected = [
      (cosine(0, 10) + cosine(0, 20)) / 2,
      cosine(0, 10),
      (cosine(0, 20) + cosine(10, 20)) / 2,
    ];
    for (const [index, similarity] of group!.similarities.entries()) expect(similarity).toBeCloseTo(expected[index]!, 6);
  });

  it('never joins faces of one photo, however alike', () => {
    expect(facesOf(inputOf([0, 0], { photos: Uint32Array.of(7, 7) }))).toEqual([]);
    expect(facesOf(inputOf([0, 0, 1], { photos: Uint32Array.of(7, 7, 8) }))).toEqual([[0, 2]]);
  });

  it('groups any number of identical faces of different photos', () => {
    expect(facesOf(inputOf([5, 5, 5, 5, 5]))).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('does not chain two people through a face between them', () => {
    expect(facesOf(inputOf([0, 1, 2, 22, 42, 43, 44], { minimumSimilarity: 0.93 }))).not.toContainEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it('keeps a face away from every face of an earlier group that a human said it is not in', () => {
    const earlier = Int32Array.of(3, 3, EARLIER_UNKNOWN, EARLIER_UNKNOWN);
    expect(facesOf(inputOf([0, 1, 0, 1], { earlier, refusals: [{ face: 2, earlier: 3 }] }))).toEqual([[0, 1, 3]]);
  });

  it('keeps earlier groups as they are when that is wanted, and lets other faces join them', () => {
    const earlier = Int32Array.of(0, 0, 1, 1, EARLIER_UNKNOWN);
    expect(facesOf(inputOf([0, 90, 1, 2, 1], { earlier, keepEarlier: true }))).toEqual([
      [2, 3, 4],
      [0, 1],
    ]);
  });

  it('joins earlier groups that are one when they need not stay', () => {
    expect(facesOf(inputOf([0, 1, 2, 3], { earlier: Int32Array.of(0, 0, 1, 1) }))).toEqual([[0, 1, 2, 3]]);
  });

  it('has an answer for nothing and for one face', () => {
    expect(facesOf(inputOf([]))).toEqual([]);
    expect(facesOf(inputOf([10]))).toEqual([]);
  });

  const faces = fc.array(
    fc.record({
      degrees: fc.integer({ min: 0, max: 359 }),
      photo: fc.nat(5),
      earlier: fc.integer({ min: -1, max: 2 }),
      refuses: fc.option(fc.nat(2), { nil: null }),
    }),
    { maxLength: 30 },
  );

  function constrained(sample: readonly { degrees: number; photo: number; earlier: number; refuses: number | null }[]) {
    return inputOf(
      sample.map(({ degrees }) => degrees),
      {
        photos: Uint32Array.from(sample, ({ photo }) => photo),
        earlier: Int32Array.from(sample, ({ earlier }) => earlier),
        refusals: sample.flatMap(({ refuses, earlier }, face) =>
          refuses === null || refuses === earlier ? [] : [{ face, earlier: refuses }],
        ),
        minimumSimilarity: 0.8,
      },
    );
  }

  it('puts no face into two groups, no photo twice into one, and nobody where a human said no', () => {
    fc.assert(
      fc.property(faces, (sample) => {
        const input = constrained(sample);
        const groups = facesOf(input);
        expect(new Set(groups.flat()).size).toBe(groups.flat().length);
        for (const members of groups) {
          expect(new Set(members.map((face) => sample[face]!.photo)).size).toBe(members.length);
          const earlier = new Set(members.map((face) => sample[face]!.earlier));
          for (const refusal of input.refusals.filter(({ face }) => members.includes(face))) {
            expect(earlier).not.toContain(refusal.earlier);
          }
        }
      }),
    );
  });

  it('leaves no two groups apart that are alike enough and may be together', () => {
    fc.assert(
      fc.property(faces, (sample) => {
        const groups = facesOf({ ...constrained(sample), refusals: [] });
        for (const [index, one] of groups.entries()) {
          for (const other of groups.slice(index + 1)) {
            const photos = new Set([...one, ...other].map((face) => sample[face]!.photo));
            if (photos.size < one.length + other.length) continue;
            const pairs = one.flatMap((a) => other.map((b) => cosine(sample[a]!.degrees, sample[b]!.degrees)));
            expect(pairs.reduce((sum, pair) => sum + pair) / pairs.length).toBeLessThan(0.8 + 1e-6);
          }
        }
      }),
    );
  });
});
