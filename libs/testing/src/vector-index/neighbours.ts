import fc from 'fast-check';
import type { FaceId, VectorIndex } from '@kindred/domain';
import { expectNeighbours } from './expect-neighbours';
import { arbitraryDirection, direction, entriesNumbered, faceNumber, packNamed } from './vectors';

const PACK = packNamed('small');

export function describeNeighbours(opened: () => VectorIndex): void {
  describe('finding neighbours', () => {
    it('answers the most similar first, with their cosine similarity, the face itself included', async () => {
      await opened().upsert(PACK, [
        { face: faceNumber(1), vector: direction(-1, 0) },
        { face: faceNumber(2), vector: direction(0, 1) },
        { face: faceNumber(3), vector: direction(1, 0) },
        { face: faceNumber(4), vector: direction(1, 1) },
      ]);
      const [answer] = await opened().neighbours(PACK, [direction(1, 0)], { count: 10 });
      expect(answer!.map(({ face }) => face)).toEqual([3, 4, 2, 1].map(faceNumber));
      expect(answer!.map(({ similarity }) => similarity)).toEqual([
        1,
        expect.closeTo(Math.SQRT1_2, 6),
        expect.closeTo(0, 6),
        -1,
      ]);
    });

    it('answers each query in its place', async () => {
      const entries = entriesNumbered(0, 700, 8);
      await opened().upsert(PACK, entries);
      const answers = await opened().neighbours(
        PACK,
        entries.map(({ vector }) => vector),
        { count: 1 },
      );
      expect(answers.map(([nearest]) => nearest!.face)).toEqual(entries.map(({ face }) => face));
    });

    it('answers nothing to no query', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 3, 8));
      expect(await opened().neighbours(PACK, [], { count: 1 })).toEqual([]);
    });

    it('answers all when more are asked for than there are', async () => {
      await opened().upsert(PACK, entriesNumbered(0, 5, 8));
      const [answer] = await opened().neighbours(PACK, [arbitraryDirection(1, 8)], { count: 1000 });
      expect(answer).toHaveLength(5);
    });

    it('answers only those that are similar enough', async () => {
      await opened().upsert(PACK, [
        { face: faceNumber(1), vector: direction(1, 0) },
        { face: faceNumber(2), vector: direction(1, 1) },
        { face: faceNumber(3), vector: direction(0, 1) },
      ]);
      const query = { count: 10, minimumSimilarity: 0.5 };
      const [answer] = await opened().neighbours(PACK, [direction(1, 0)], query);
      expect(answer!.map(({ face }) => face)).toEqual([faceNumber(1), faceNumber(2)]);
      const [none] = await opened().neighbours(PACK, [direction(-1, -1)], query);
      expect(none).toEqual([]);
    });

    it('answers only faces among those given, be they near or far', async () => {
      const entries = entriesNumbered(0, 200, 8);
      await opened().upsert(PACK, entries);
      const stored = new Map(entries.map(({ face, vector }) => [face, vector]));
      for (const numbers of [[], [7], [3, 150, 199], [5, 5000], entries.map((_, number) => number)]) {
        const query = { count: 20, among: new Set(numbers.map(faceNumber)) };
        const vector = arbitraryDirection(500, 8);
        const [answer] = await opened().neighbours(PACK, [vector], query);
        expectNeighbours(answer!, stored, vector, query);
      }
    });

    it('gives the same answer each time, also where many are equally similar', async () => {
      const entries = Array.from({ length: 300 }, (_, number) => ({
        face: faceNumber((number * 7919) % 300),
        vector: direction(1, number % 3, 0),
      }));
      await opened().upsert(PACK, entries);
      const stored = new Map(entries.map(({ face, vector }) => [face, vector]));
      const vector = direction(1, 1, 1);
      const ask = () => opened().neighbours(PACK, [vector], { count: 50 });
      const [answer] = await ask();
      expectNeighbours(answer!, stored, vector, { count: 50 });
      expect(await ask()).toEqual([answer]);
      expect(await ask()).toEqual([answer]);
    });

    it('agrees with the slow and obvious way after any writes', async () => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(changes, queries, async (writes, asked) => {
          const pack = packNamed(`run-${runs++}`);
          const stored = new Map<FaceId, Float32Array>();
          for (const write of writes) {
            const faces = write.faces.map(faceNumber);
            if (write.kind === 'delete') {
              for (const face of faces) stored.delete(face);
              await opened().delete(pack, faces);
            } else {
              const entries = faces.map((face) => ({ face, vector: write.vector }));
              for (const { face, vector } of entries) stored.set(face, vector);
              await opened().upsert(pack, entries);
            }
          }
          for (const { vectors, count, minimumSimilarity, among } of asked) {
            const query = {
              count,
              minimumSimilarity,
              ...(among && { among: new Set(among.map(faceNumber)) }),
            };
            const answers = await opened().neighbours(pack, vectors, query);
            expect(answers).toHaveLength(vectors.length);
            for (const [place, vector] of vectors.entries()) {
              expectNeighbours(answers[place]!, stored, vector, query);
            }
          }
          expect(await opened().count(pack)).toBe(stored.size);
        }),
        { numRuns: 60 },
      );
    }, 60_000);
  });
}

/** Few different directions, so that many vectors are alike, opposite or at right angles. */
const vectors = fc
  .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }))
  .filter((numbers) => numbers.some((number) => number !== 0))
  .map((numbers) => direction(...numbers));

const faces = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 });

const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('upsert' as const), faces, vector: vectors }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), faces }) },
  ),
  { minLength: 1, maxLength: 12 },
);

const queries = fc.array(
  fc.record({
    vectors: fc.array(vectors, { maxLength: 4 }),
    count: fc.integer({ min: 1, max: 35 }),
    minimumSimilarity: fc.constantFrom(-1, -0.3, 0, 0.6, 0.95),
    among: fc.option(fc.array(fc.nat({ max: 40 }), { maxLength: 20 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 4 },
);
