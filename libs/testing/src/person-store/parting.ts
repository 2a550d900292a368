import type { PersonId, PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aFaceId, aPersonId } from '../builders/ids';
import { addFaces, project, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const ANNA = aPerson('Anna', { cover: aFaceId(7), createdAt: '2020-01-01T00:00:00.000Z' });
const [BEN, CLEO, DANA] = ['Ben', 'Cleo', 'Dana'].map((name) => aPerson(name)) as [
  typeof ANNA,
  typeof ANNA,
  typeof ANNA,
];
const GROUP = anUnknownPerson(3);
const NO_FACES = { labeled: 0, inferred: 0, unknown: 0 };

export function describeParting(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;
  const leadsTo = async (id: PersonId) => (await people().resolve([id])).get(id);

  describe('taking a merge back', () => {
    beforeEach(async () => {
      for (const person of [ANNA, BEN, CLEO, DANA, GROUP]) await people().create(person);
    });

    it('has the person there again with every fact', async () => {
      for (const person of [ANNA, GROUP]) {
        await people().mergeInto(person.id, BEN.id);
        await people().part(person);
        expect(await people().get(person.id)).toMatchObject({ ...person, counts: NO_FACES });
        expect(await leadsTo(person.id)).toBe(person.id);
      }
      expect(await people().findByName('anna')).toMatchObject({ id: ANNA.id });
      expect(await people().counts()).toEqual({ named: 4, unknown: 1 });
      expect(await people().everybodyIn([BEN.id])).toEqual([BEN.id]);
    });

    it('takes everybody along who had become part of the person, and nobody else', async () => {
      await people().mergeInto(GROUP.id, ANNA.id);
      await people().mergeInto(CLEO.id, BEN.id);
      await people().mergeInto(ANNA.id, BEN.id);
      await people().mergeInto(BEN.id, DANA.id);
      expect(new Set(await people().everybodyIn([ANNA.id]))).toEqual(new Set([ANNA.id, GROUP.id]));
      await people().part(ANNA);
      expect(await leadsTo(GROUP.id)).toBe(ANNA.id);
      expect(await leadsTo(CLEO.id)).toBe(DANA.id);
      expect(new Set(await people().everybodyIn([DANA.id]))).toEqual(new Set([DANA.id, BEN.id, CLEO.id]));
      await people().part(BEN);
      expect(await leadsTo(CLEO.id)).toBe(BEN.id);
      expect(await people().everybodyIn([DANA.id])).toEqual([DANA.id]);
    });

    it('can be followed by the same merge, and by another', async () => {
      await people().mergeInto(ANNA.id, BEN.id);
      await people().part(ANNA);
      await people().mergeInto(ANNA.id, BEN.id);
      expect(await leadsTo(ANNA.id)).toBe(BEN.id);
      await people().part(ANNA);
      await people().mergeInto(ANNA.id, CLEO.id);
      expect(await leadsTo(ANNA.id)).toBe(CLEO.id);
    });

    it('of nobody, or again, does nothing', async () => {
      await people().part(ANNA);
      await people().mergeInto(ANNA.id, BEN.id);
      await people().part(ANNA);
      await people().rename(ANNA.id, 'Hannah');
      await people().part(ANNA);
      expect((await people().get(ANNA.id))!.identity).toEqual({ kind: 'named', name: 'Hannah' });
    });

    it('is refused when somebody else has the name by now; nothing changes then', async () => {
      await people().mergeInto(ANNA.id, BEN.id);
      await people().rename(DANA.id, 'ANNA');
      await expect(people().part(ANNA)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
      expect(await leadsTo(ANNA.id)).toBe(BEN.id);
      expect(await people().get(ANNA.id)).toBeNull();
    });

    it('gives the person the suggestions that were moved, and the other keeps those of its own', async () => {
      const ids = await addFaces(library().faces, 1, 2, 3, 4);
      await suggest(library().faces, GROUP.id, ids.slice(0, 2), 0.625);
      await suggest(library().faces, BEN.id, ids.slice(2, 3), 0.5);
      await people().mergeInto(GROUP.id, BEN.id);
      await library().faces.moveSuggestions(GROUP.id, BEN.id);
      await suggest(library().faces, BEN.id, [ids[1]!, ids[3]!], 0.875);
      expect((await people().get(BEN.id))!.counts.inferred).toBe(4);
      await people().part(GROUP);
      const standings = (await library().faces.getMany(ids)).map(({ standing }) => standing);
      expect(standings).toEqual([
        { state: 'unknown', person: GROUP.id },
        { state: 'inferred', person: BEN.id, confidence: 0.875 },
        { state: 'inferred', person: BEN.id, confidence: 0.5 },
        { state: 'inferred', person: BEN.id, confidence: 0.875 },
      ]);
      expect((await people().get(GROUP.id))!.counts).toEqual({ ...NO_FACES, unknown: 1 });
      expect((await people().get(BEN.id))!.counts).toEqual({ ...NO_FACES, inferred: 3 });
    });

    it('gives suggestions back one merge at a time', async () => {
      const [face] = await addFaces(library().faces, 1);
      const who = async () => (await library().faces.get(face!))!.standing.person;
      await suggest(library().faces, GROUP.id, [face!]);
      for (const [from, into] of [
        [GROUP.id, ANNA.id],
        [ANNA.id, BEN.id],
      ] as const) {
        await people().mergeInto(from, into);
        await library().faces.moveSuggestions(from, into);
      }
      expect(await who()).toBe(BEN.id);
      await people().part(ANNA);
      expect(await who()).toBe(ANNA.id);
      await people().part(GROUP);
      expect(await who()).toBe(GROUP.id);
    });

    it('brings suggestions back that a rejection of the other had set aside', async () => {
      const [face] = await addFaces(library().faces, 1);
      await suggest(library().faces, GROUP.id, [face!]);
      await project(library().faces, face!, { rejected: [BEN.id] });
      await people().mergeInto(GROUP.id, BEN.id);
      await library().faces.moveSuggestions(GROUP.id, BEN.id);
      expect((await library().faces.get(face!))!.standing.person).toBeNull();
      await people().part(GROUP);
      await project(library().faces, face!, { rejected: [BEN.id] });
      expect((await library().faces.get(face!))!.standing.person).toBe(GROUP.id);
    });

    it('of thousands of suggestions', async () => {
      const ids = await addFaces(library().faces, ...Array.from({ length: 1100 }, (_, seed) => seed));
      await suggest(library().faces, GROUP.id, ids);
      await people().mergeInto(GROUP.id, ANNA.id);
      await library().faces.moveSuggestions(GROUP.id, ANNA.id);
      await people().part(GROUP);
      expect((await people().get(GROUP.id))!.counts.unknown).toBe(1100);
      expect((await people().get(ANNA.id))!.counts).toEqual(NO_FACES);
    });
  });

  describe('taking a name away', () => {
    it('makes the person unknown with the number that is given, and keeps its faces', async () => {
      await people().create(GROUP);
      const [face] = await addFaces(library().faces, 1);
      await suggest(library().faces, GROUP.id, [face!]);
      await people().rename(GROUP.id, 'Anna');
      await people().unname(GROUP.id, 3);
      expect(await people().get(GROUP.id)).toMatchObject({ ...GROUP, counts: { ...NO_FACES, unknown: 1 } });
      expect((await library().faces.get(face!))!.standing).toEqual({ state: 'unknown', person: GROUP.id });
      expect(await people().findByName('Anna')).toBeNull();
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
    });

    it('from somebody who has none, or is not there, does nothing', async () => {
      await people().create(GROUP);
      await people().unname(GROUP.id, 9);
      await people().unname(aPersonId(404), 9);
      expect(await people().get(GROUP.id)).toMatchObject({ ...GROUP, counts: NO_FACES });
    });
  });
}
