import { aPerson, anUnknownPerson } from '../builders/a-person';
import { addFaces, project, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const ANNA = aPerson('Anna');
const GROUP = anUnknownPerson(1);

export function describeCounting(library: () => LibraryStores): void {
  const countsOf = async (id: typeof ANNA.id) => (await library().people.get(id))!.counts;

  describe('unknown people with few faces', () => {
    const small = async (faces: number, limit = 100) =>
      (await library().people.smallUnknown(faces, limit)).map(({ identity, counts }) => [
        identity.kind === 'unknown' ? identity.number : identity.name,
        counts.unknown,
      ]);

    it('are those of nobody named and without a label, the smallest first', async () => {
      const { people, faces } = library();
      const groups = [1, 2, 3, 4, 5].map((number) => anUnknownPerson(number));
      for (const person of [ANNA, ...groups]) await people.create(person);
      const ids = await addFaces(faces, 1, 2, 3, 4, 5, 6, 7);
      await suggest(faces, groups[0]!.id, ids.slice(0, 3));
      await suggest(faces, groups[1]!.id, ids.slice(3, 4));
      await suggest(faces, groups[2]!.id, ids.slice(4, 6));
      await project(faces, ids[6]!, { assigned: groups[3]!.id });
      expect(await small(3)).toEqual([
        [5, 0],
        [2, 1],
        [3, 2],
      ]);
      expect(await small(4, 2)).toEqual([
        [5, 0],
        [2, 1],
      ]);
      expect(await small(0)).toEqual([]);
    });

    it('are removed unless somebody named or labeled them meanwhile', async () => {
      const { people, faces } = library();
      const [gone, named, labeled] = [1, 2, 3].map((number) => anUnknownPerson(number));
      for (const person of [gone!, named!, labeled!, ANNA]) await people.create(person);
      const ids = await addFaces(faces, 1, 2, 3);
      await suggest(faces, gone!.id, ids.slice(0, 1));
      await suggest(faces, named!.id, ids.slice(1, 2));
      await people.rename(named!.id, 'Ben');
      await project(faces, ids[2]!, { assigned: labeled!.id });
      await people.removeUnlabeled([gone!.id, named!.id, labeled!.id, ANNA.id, anUnknownPerson(404).id]);
      expect((await people.getMany([gone!.id, named!.id, labeled!.id, ANNA.id])).map(({ id }) => id)).toEqual(
        [named!.id, labeled!.id, ANNA.id],
      );
      expect((await faces.get(ids[0]!))!.standing).toEqual({ state: 'unknown', person: null });
      expect((await faces.get(ids[1]!))!.standing).toMatchObject({ state: 'inferred', person: named!.id });
    });
  });

  describe('counting the faces of people', () => {
    it('follows labels and suggestions', async () => {
      const { people, faces } = library();
      for (const person of [ANNA, GROUP]) await people.create(person);
      const ids = await addFaces(faces, 1, 2, 3, 4, 5);
      await project(faces, ids[0]!, { assigned: ANNA.id });
      await suggest(faces, ANNA.id, ids.slice(1, 3));
      await suggest(faces, GROUP.id, ids.slice(3, 5));
      expect(await countsOf(ANNA.id)).toEqual({ labeled: 1, inferred: 2, unknown: 0 });
      expect(await countsOf(GROUP.id)).toEqual({ labeled: 0, inferred: 0, unknown: 2 });
      await project(faces, ids[3]!, { assigned: GROUP.id });
      await project(faces, ids[1]!, { rejected: [ANNA.id] });
      await faces.remove([ids[2]!, ids[4]!]);
      expect(await countsOf(ANNA.id)).toEqual({ labeled: 1, inferred: 0, unknown: 0 });
      expect(await countsOf(GROUP.id)).toEqual({ labeled: 1, inferred: 0, unknown: 0 });
    });

    it('starts with the faces that stand for a person who is created after them', async () => {
      const { people, faces } = library();
      const ids = await addFaces(faces, 1, 2, 3);
      await project(faces, ids[0]!, { assigned: ANNA.id });
      await suggest(faces, ANNA.id, ids.slice(1));
      await people.create(ANNA);
      expect(await countsOf(ANNA.id)).toEqual({ labeled: 1, inferred: 2, unknown: 0 });
      expect(await faces.counts()).toEqual({ labeled: 1, inferred: 2, unknown: 0, ignored: 0 });
    });

    it('leaves suggestions of a removed person alone, and labels as they are', async () => {
      const { people, faces } = library();
      await people.create(ANNA);
      const ids = await addFaces(faces, 1, 2);
      await project(faces, ids[0]!, { assigned: ANNA.id });
      await suggest(faces, ANNA.id, ids.slice(1));
      await people.remove([ANNA.id]);
      expect((await faces.get(ids[0]!))!.standing).toEqual({ state: 'labeled', person: ANNA.id });
      expect((await faces.get(ids[1]!))!.standing).toEqual({ state: 'unknown', person: null });
      expect(await faces.counts()).toEqual({ labeled: 1, inferred: 0, unknown: 1, ignored: 0 });
    });
  });
}
