import { type FaceId, NOTHING_SAID, type PersonSort } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { addFaces, project, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const DELETED = '2026-01-05T12:00:00.000Z';
const SORTS: readonly PersonSort[] = ['SIZE', 'NAME', 'TO_REVIEW', 'RECENT'];
const GROUP = anUnknownPerson(1);
const OTHER = anUnknownPerson(2);

export function describeAllHidden(library: () => LibraryStores): void {
  const people = () => library().people;
  const faces = () => library().faces;
  const numbersBy = async (sort: PersonSort) => {
    const { items } = await people().list({ limit: 10, sort });
    return items.map(({ identity }) => (identity.kind === 'unknown' ? identity.number : identity.name));
  };
  const standingOf = async (face: FaceId) => (await faces().get(face))?.standing;

  describe('an unknown person whose faces are all ignored or deleted', () => {
    let ignored: FaceId;
    let deleted: FaceId;

    beforeEach(async () => {
      for (const person of [GROUP, OTHER]) await people().create(person);
      [ignored, deleted] = (await addFaces(faces(), 1, 2)) as [FaceId, FaceId];
      const [third] = await addFaces(faces(), 3);
      await suggest(faces(), GROUP.id, [ignored, deleted], 0.5);
      await suggest(faces(), OTHER.id, [third!], 0.5);
      await project(faces(), ignored, { ignored: true, through: 1 });
      await project(faces(), deleted, { deletedAt: DELETED, through: 1 });
    });

    it('is in no list and no count, but is found by its id', async () => {
      for (const sort of SORTS) expect(await numbersBy(sort)).toEqual([2]);
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
      expect(await people().get(GROUP.id)).toMatchObject({
        ...GROUP,
        counts: { labeled: 0, inferred: 0, unknown: 0 },
      });
    });

    it('is not too small, and is not removed for having no labeled face', async () => {
      expect((await people().smallUnknown(1, 10)).map(({ id }) => id)).toEqual([]);
      await people().removeUnlabeled([GROUP.id, OTHER.id]);
      expect(await people().get(GROUP.id)).not.toBeNull();
      expect(await people().get(OTHER.id)).toBeNull();
    });

    it('is there again as it was as soon as one of them is', async () => {
      await people().removeUnlabeled([GROUP.id]);
      await project(faces(), ignored, { through: 2 });
      expect(await numbersBy('NAME')).toEqual([1, 2]);
      expect(await people().counts()).toEqual({ named: 0, unknown: 2 });
      await project(faces(), deleted, { through: 2 });
      for (const face of [ignored, deleted]) {
        expect(await standingOf(face)).toEqual({ state: 'unknown', person: GROUP.id });
      }
      expect((await people().get(GROUP.id))!.counts.unknown).toBe(2);
    });

    it('is in the lists when it gets a face of its own', async () => {
      const [another] = await addFaces(faces(), 4);
      await suggest(faces(), GROUP.id, [another!]);
      expect(await numbersBy('NAME')).toEqual([1, 2]);
      await faces().changeSuggestions({ set: [], clear: [another!] });
      expect(await numbersBy('NAME')).toEqual([2]);
    });

    it('is in the lists when it gets a name, and out of them without it', async () => {
      await people().rename(GROUP.id, 'Anna');
      expect(await numbersBy('NAME')).toEqual(['Anna', 2]);
      expect(await people().counts()).toEqual({ named: 1, unknown: 1 });
      await people().unname(GROUP.id, 1);
      expect(await numbersBy('NAME')).toEqual([2]);
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
    });

    it('has to go when the last of them is erased', async () => {
      await faces().remove([ignored]);
      expect(await people().smallUnknown(1, 10)).toEqual([]);
      await faces().remove([deleted]);
      expect((await people().smallUnknown(1, 10)).map(({ id }) => id)).toEqual([GROUP.id]);
      await people().removeUnlabeled([GROUP.id]);
      expect(await people().get(GROUP.id)).toBeNull();
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
    });

    it('has to go as soon as nothing brings them back any more', async () => {
      await project(faces(), ignored, { deletedAt: DELETED, through: 2 });
      const gone = { ...NOTHING_SAID, deletedAt: DELETED, through: 2 };
      const views = [ignored, deleted].map((face) => [face, gone] as const);
      await faces().project(new Map(views));
      await faces().beginRemoval(new Map(views), '2999-01-01T00:00:00.000Z');
      expect((await people().smallUnknown(1, 10)).map(({ id }) => id)).toEqual([GROUP.id]);
    });

    it('is removed like anybody else, and its faces stand alone when they are back', async () => {
      await people().remove([GROUP.id]);
      expect(await people().get(GROUP.id)).toBeNull();
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
      await project(faces(), ignored, { through: 2 });
      expect(await standingOf(ignored)).toEqual({ state: 'unknown', person: null });
    });

    it('is out of sight wherever it becomes part of somebody and comes back', async () => {
      await people().mergeInto(GROUP.id, OTHER.id);
      await faces().moveSuggestions(GROUP.id, OTHER.id);
      await people().part(GROUP);
      expect(await numbersBy('SIZE')).toEqual([2]);
      expect(await people().counts()).toEqual({ named: 0, unknown: 1 });
      await project(faces(), ignored, { through: 2 });
      expect(await standingOf(ignored)).toEqual({ state: 'unknown', person: GROUP.id });
    });
  });

  it('a person that is created for faces that are hidden already is out of sight like them', async () => {
    const [face] = await addFaces(faces(), 1);
    await suggest(faces(), GROUP.id, [face!], 0.5);
    await project(faces(), face!, { ignored: true, through: 1 });
    await people().create(GROUP);
    expect(await numbersBy('SIZE')).toEqual([]);
    await project(faces(), face!, { assigned: GROUP.id, through: 2 });
    await project(faces(), face!, { assigned: GROUP.id, ignored: true, through: 3 });
    expect(await people().counts()).toEqual({ named: 0, unknown: 0 });
    await people().remove([GROUP.id]);
    await people().create(GROUP);
    expect(await people().counts()).toEqual({ named: 0, unknown: 0 });
  });

  it('a named person stays in the lists when all faces are hidden', async () => {
    const anna = aPerson('Anna');
    await people().create(anna);
    const [face] = await addFaces(faces(), 1);
    await suggest(faces(), anna.id, [face!], 0.5);
    await project(faces(), face!, { ignored: true, through: 1 });
    expect(await numbersBy('SIZE')).toEqual(['Anna']);
    expect(await people().counts()).toEqual({ named: 1, unknown: 0 });
  });
}
