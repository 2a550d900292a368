import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaceId, FaceStore } from '@kindred/domain';
import { aFaceId, aPersonId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { addFaces, ANNA, BEN, project, SOMEBODY, suggest } from './faces';

const ALONE = { state: 'unknown', person: null };

export function describeSuggesting(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const standingOf = async (face: FaceId) => (await faces().get(face))!.standing;

  describe('suggesting', () => {
    beforeEach(async () => {
      for (const person of [ANNA, BEN, SOMEBODY]) await library().people.create(person);
    });

    it('a named person infers the face; an unknown person groups it', async () => {
      const [one, two] = await addFaces(faces(), 1, 2);
      await suggest(faces(), ANNA.id, [one!], 0.1 + 0.2);
      await suggest(faces(), SOMEBODY.id, [two!], 1);
      expect(await standingOf(one!)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.1 + 0.2 });
      expect(await standingOf(two!)).toEqual({ state: 'unknown', person: SOMEBODY.id });
    });

    it('sets and clears in one step, and says how many changed', async () => {
      const [one, two, three, four] = await addFaces(faces(), 1, 2, 3, 4);
      await suggest(faces(), ANNA.id, [one!, two!]);
      const changed = await faces().changeSuggestions({
        set: [
          { face: two!, person: BEN.id, confidence: 0.5 },
          { face: three!, person: BEN.id, confidence: 0.5 },
        ],
        clear: [one!, four!, aFaceId(404)],
      });
      expect(changed).toBe(3);
      expect(await standingOf(one!)).toEqual(ALONE);
      for (const face of [two!, three!]) expect(await standingOf(face)).toMatchObject({ person: BEN.id });
      expect(await standingOf(four!)).toEqual(ALONE);
    });

    it('the same again changes nothing', async () => {
      const ids = await addFaces(faces(), 1, 2);
      expect(await suggest(faces(), ANNA.id, ids)).toBe(2);
      expect(await suggest(faces(), ANNA.id, ids)).toBe(0);
      expect(await suggest(faces(), ANNA.id, ids, 0.5)).toBe(2);
      expect(await faces().changeSuggestions({ set: [], clear: ids })).toBe(2);
      expect(await faces().changeSuggestions({ set: [], clear: ids })).toBe(0);
      expect(await faces().changeSuggestions({ set: [], clear: [] })).toBe(0);
    });

    it('skips labeled faces, whether they are set or cleared', async () => {
      const [face] = await addFaces(faces(), 1);
      await suggest(faces(), ANNA.id, [face!]);
      await project(faces(), face!, { assigned: ANNA.id });
      expect(await suggest(faces(), BEN.id, [face!])).toBe(0);
      expect(await faces().changeSuggestions({ set: [], clear: [face!] })).toBe(0);
      expect(await standingOf(face!)).toEqual({ state: 'labeled', person: ANNA.id });
    });

    it('skips a person whom the face rejected, and that one only', async () => {
      const [face] = await addFaces(faces(), 1);
      await suggest(faces(), ANNA.id, [face!]);
      await project(faces(), face!, { rejected: [BEN.id] });
      expect(await suggest(faces(), BEN.id, [face!])).toBe(0);
      expect(await standingOf(face!)).toMatchObject({ person: ANNA.id });
      expect(await suggest(faces(), SOMEBODY.id, [face!])).toBe(1);
    });

    it('gives a face that is set and cleared what is set, and takes the old where that is rejected', async () => {
      const [given, refused] = await addFaces(faces(), 1, 2);
      await suggest(faces(), ANNA.id, [given!, refused!]);
      await project(faces(), refused!, { rejected: [BEN.id] });
      const set = [given!, refused!].map((face) => ({ face, person: BEN.id, confidence: 0.5 }));
      expect(await faces().changeSuggestions({ set, clear: [given!, refused!] })).toBe(2);
      expect(await standingOf(given!)).toMatchObject({ person: BEN.id });
      expect(await standingOf(refused!)).toEqual(ALONE);
    });

    it('ignores faces that are gone', async () => {
      expect(await suggest(faces(), ANNA.id, [aFaceId(404)])).toBe(0);
      expect(await faces().get(aFaceId(404))).toBeNull();
    });

    it('somebody who does not exist leaves the face alone until there is such a person', async () => {
      const [face] = await addFaces(faces(), 1);
      const late = { ...ANNA, id: aPersonId('late'), identity: { kind: 'named', name: 'Late' } } as const;
      await suggest(faces(), late.id, [face!]);
      expect(await standingOf(face!)).toEqual(ALONE);
      await library().people.create(late);
      expect(await standingOf(face!)).toEqual({ state: 'inferred', person: late.id, confidence: 0.75 });
      expect((await library().people.get(late.id))!.counts.inferred).toBe(1);
    });

    it('shows readers the suggestions before or after, never some of each', async () => {
      const ids = await addFaces(faces(), ...Array.from({ length: 900 }, (_, seed) => seed));
      await suggest(faces(), ANNA.id, ids);
      const seen = new Set<string>();
      let swapped = false;
      const swapping = suggest(faces(), BEN.id, ids).finally(() => (swapped = true));
      while (!swapped) {
        const people = (await faces().getMany(ids)).map(({ standing }) => standing.person);
        seen.add([...new Set(people)].join());
        await nextTurn();
      }
      expect(await swapping).toBe(900);
      const after = (await faces().getMany(ids)).map(({ standing }) => standing.person);
      expect(new Set(after)).toEqual(new Set([BEN.id]));
      for (const people of seen) expect([ANNA.id, BEN.id]).toContain(people);
    });

    it('loses against what a human decides meanwhile', async () => {
      const ids = await addFaces(faces(), ...Array.from({ length: 600 }, (_, seed) => seed));
      const [label, rejection] = [ids[590]!, ids[599]!];
      await Promise.all([
        suggest(faces(), BEN.id, ids),
        project(faces(), label, { assigned: ANNA.id }),
        project(faces(), rejection, { rejected: [BEN.id] }),
      ]);
      expect(await standingOf(label)).toEqual({ state: 'labeled', person: ANNA.id });
      expect(await standingOf(rejection)).toEqual(ALONE);
      expect(await faces().counts()).toEqual({ labeled: 1, inferred: 598, unknown: 1, ignored: 0 });
    });
  });
}
