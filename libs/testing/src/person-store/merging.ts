import type { PersonId, PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import { addFaces, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const NAMES = ['Anna', 'Ben', 'Cleo', 'Dana'] as const;
const [ANNA, BEN, CLEO, DANA] = NAMES.map((name) => aPersonId(name)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

export function describeMerging(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;
  const leadsTo = async (id: PersonId) => (await people().resolve([id])).get(id);

  describe('merging', () => {
    beforeEach(async () => {
      for (const name of NAMES) await people().create(aPerson(name));
    });

    it('removes the one and remembers the other', async () => {
      await people().mergeInto(ANNA, BEN);
      expect(await people().get(ANNA)).toBeNull();
      expect(await people().findByName('Anna')).toBeNull();
      expect(await people().get(BEN)).toMatchObject({ id: BEN });
      expect(await people().counts()).toEqual({ named: 3, unknown: 0 });
      expect(await leadsTo(ANNA)).toBe(BEN);
    });

    it('answers every id that is asked for; itself where nothing was merged', async () => {
      await people().mergeInto(ANNA, BEN);
      const asked = [ANNA, BEN, aPersonId(404)];
      expect(await people().resolve(asked)).toEqual(
        new Map([
          [ANNA, BEN],
          [BEN, BEN],
          [aPersonId(404), aPersonId(404)],
        ]),
      );
      expect(await people().resolve([])).toEqual(new Map());
    });

    it('knows everybody who became part of somebody, through whomever', async () => {
      await people().mergeInto(ANNA, BEN);
      await people().mergeInto(BEN, CLEO);
      expect(new Set(await people().everybodyIn([CLEO]))).toEqual(new Set([ANNA, BEN, CLEO]));
      expect(new Set(await people().everybodyIn([DANA, aPersonId(404)]))).toEqual(new Set([DANA, aPersonId(404)]));
      expect(await people().everybodyIn([])).toEqual([]);
    });

    it('follows chains, built from either end', async () => {
      await people().mergeInto(ANNA, BEN);
      await people().mergeInto(BEN, CLEO);
      await people().mergeInto(CLEO, DANA);
      for (const id of [ANNA, BEN, CLEO, DANA]) expect(await leadsTo(id)).toBe(DANA);
    });

    it('into somebody who was merged leads to where that one is now', async () => {
      await people().mergeInto(CLEO, DANA);
      await people().mergeInto(BEN, CLEO);
      await people().mergeInto(ANNA, BEN);
      for (const id of [ANNA, BEN, CLEO, DANA]) expect(await leadsTo(id)).toBe(DANA);
      expect((await people().list({ limit: 10 })).items.map(({ id }) => id)).toEqual([DANA]);
    });

    it('never makes a circle', async () => {
      await people().mergeInto(ANNA, BEN);
      await people().mergeInto(BEN, CLEO);
      for (const merged of [ANNA, BEN]) await people().mergeInto(CLEO, merged);
      await people().mergeInto(CLEO, CLEO);
      for (const id of [ANNA, BEN, CLEO]) expect(await leadsTo(id)).toBe(CLEO);
      expect(await people().get(CLEO)).not.toBeNull();
    });

    it('again does nothing, also into somebody else', async () => {
      await people().mergeInto(ANNA, BEN);
      await people().mergeInto(ANNA, BEN);
      await people().mergeInto(ANNA, CLEO);
      expect(await leadsTo(ANNA)).toBe(BEN);
      expect(await people().counts()).toEqual({ named: 3, unknown: 0 });
    });

    it('is for ever: who was merged cannot be created again', async () => {
      await people().mergeInto(ANNA, BEN);
      await people().create(aPerson('Anna'));
      expect(await people().get(ANNA)).toBeNull();
      expect(await leadsTo(ANNA)).toBe(BEN);
      await people().remove([BEN]);
      expect(await leadsTo(ANNA)).toBe(BEN);
    });

    it('the other way round at once keeps one of the two', async () => {
      await Promise.all([people().mergeInto(ANNA, BEN), people().mergeInto(BEN, ANNA)]);
      const left = (await people().getMany([ANNA, BEN])).map(({ id }) => id);
      expect(left).toHaveLength(1);
      for (const id of [ANNA, BEN]) expect(await leadsTo(id)).toBe(left[0]);
    });

    it('leaves the suggestions of the one to be moved', async () => {
      const group = anUnknownPerson(1);
      await people().create(group);
      const [face] = await addFaces(library().faces, 1);
      await suggest(library().faces, group.id, [face!]);
      await people().mergeInto(group.id, BEN);
      expect((await library().faces.get(face!))!.standing).toEqual({ state: 'unknown', person: null });
      await library().faces.moveSuggestions(group.id, BEN);
      expect((await library().faces.get(face!))!.standing).toMatchObject({ state: 'inferred', person: BEN });
      expect((await people().get(BEN))!.counts.inferred).toBe(1);
    });
  });
}
