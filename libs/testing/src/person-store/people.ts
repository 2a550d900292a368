import { NO_DETAILS, type Person, type PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aFaceId, aPersonId } from '../builders/ids';

const NO_FACES = { labeled: 0, inferred: 0, unknown: 0 };
const ANNA = aPerson('Anna', { cover: aFaceId(7), createdAt: '2020-01-01T00:00:00.000Z' });
const GROUP = anUnknownPerson(12);
/** A person nothing has changed of since it was created. */
const asStored = (person: Person) => ({
  ...person,
  ...NO_DETAILS,
  counts: NO_FACES,
  changedAt: person.createdAt,
});

export function describePeople(opened: () => PersonStore): void {
  describe('people', () => {
    it('are kept with every fact, named or unknown', async () => {
      for (const person of [ANNA, GROUP]) {
        await opened().create(person);
        expect(await opened().get(person.id)).toEqual(asStored(person));
      }
      expect(await opened().counts()).toEqual({ named: 1, unknown: 1 });
    });

    it('that are created again stay as they are', async () => {
      await opened().create(ANNA);
      await opened().create(ANNA);
      await opened().create({ ...aPerson('Other'), id: ANNA.id });
      await opened().create({ ...GROUP, id: ANNA.id });
      expect(await opened().get(ANNA.id)).toEqual(asStored(ANNA));
      expect(await opened().counts()).toEqual({ named: 1, unknown: 0 });
      expect(await opened().findByName('Other')).toBeNull();
    });

    it('are answered in the order asked for, those that exist', async () => {
      const ben = aPerson('Ben');
      for (const person of [ANNA, ben, GROUP]) await opened().create(person);
      const found = await opened().getMany([GROUP.id, aPersonId(404), ANNA.id, ben.id]);
      expect(found.map(({ id }) => id)).toEqual([GROUP.id, ANNA.id, ben.id]);
      expect(await opened().getMany([])).toEqual([]);
      expect(await opened().get(aPersonId(404))).toBeNull();
    });

    it('take another cover, and none', async () => {
      await opened().create(ANNA);
      await opened().setCover(ANNA.id, aFaceId(1));
      expect((await opened().get(ANNA.id))!.cover).toBe(aFaceId(1));
      await opened().setCover(ANNA.id, null);
      expect(await opened().get(ANNA.id)).toEqual(asStored({ ...ANNA, cover: null }));
      await opened().setCover(aPersonId(404), aFaceId(1));
      expect(await opened().get(aPersonId(404))).toBeNull();
    });

    it('are removed; unknown ids are ignored', async () => {
      for (const person of [ANNA, aPerson('Ben'), GROUP]) await opened().create(person);
      await opened().remove([ANNA.id, aPersonId(404), GROUP.id]);
      await opened().remove([ANNA.id]);
      await opened().remove([]);
      expect(await opened().get(ANNA.id)).toBeNull();
      expect(await opened().findByName('Anna')).toBeNull();
      expect(await opened().counts()).toEqual({ named: 1, unknown: 0 });
    });
  });

  describe('numbers of unknown people', () => {
    it('start at 1 and go on after the highest there ever was', async () => {
      expect(await opened().nextUnknownNumber()).toBe(1);
      await opened().create(anUnknownPerson(1));
      expect(await opened().nextUnknownNumber()).toBe(2);
      await opened().create(anUnknownPerson(5));
      await opened().create(anUnknownPerson(3));
      expect(await opened().nextUnknownNumber()).toBe(6);
      expect(await opened().nextUnknownNumber()).toBe(6);
    });

    it('never come back, whether the person was removed, merged or named', async () => {
      for (const number of [1, 2, 3]) await opened().create(anUnknownPerson(number));
      await opened().remove([anUnknownPerson(2).id]);
      await opened().mergeInto(anUnknownPerson(1).id, anUnknownPerson(3).id);
      await opened().rename(anUnknownPerson(3).id, 'Anna');
      expect(await opened().nextUnknownNumber()).toBe(4);
      expect(await opened().counts()).toEqual({ named: 1, unknown: 0 });
    });
  });
}
