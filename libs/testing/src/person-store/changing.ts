import { parseBirthDate, type PersonId, type PersonStore } from '@kindred/domain';
import { aPerson } from '../builders/a-person';
import { NOON } from '../builders/a-photo';
import { aFaceId, aPersonId } from '../builders/ids';
import type { SettableClock } from '../clock/settable-clock';
import { addFaces, project, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const [ANNA, BEN, CLEO] = ['Anna', 'Ben', 'Cleo'].map((name) => aPersonId(name)) as [
  PersonId,
  PersonId,
  PersonId,
];

export function describeChanging(library: () => LibraryStores, clock: () => SettableClock): void {
  const people = (): PersonStore => library().people;
  const changedAt = async (id: PersonId) => (await people().get(id))!.changedAt;
  /** Does something later, and answers when that was. */
  const later = async (doing: () => Promise<unknown>): Promise<string> => {
    clock().advance(60_000);
    await doing();
    return clock().now();
  };

  describe('when people changed', () => {
    beforeEach(async () => {
      for (const name of ['Anna', 'Ben', 'Cleo']) await people().create(aPerson(name));
    });

    it('is when they were created, at first', async () => {
      expect(await changedAt(ANNA)).toBe(NOON);
    });

    it('is when their name or another detail last changed', async () => {
      expect(await changedAt(ANNA)).toBe(NOON);
      const renamed = await later(() => people().rename(ANNA, 'Hannah'));
      expect(await changedAt(ANNA)).toBe(renamed);
      for (const details of [{ aliases: ['Mum'] }, { birthDate: parseBirthDate('1985') }, { hidden: true }]) {
        const changed = await later(() => people().changeDetails(ANNA, details));
        expect(await changedAt(ANNA)).toBe(changed);
      }
      expect(await changedAt(BEN)).toBe(NOON);
    });

    it('is when a face was last labeled as them, or was last not any more', async () => {
      const [face] = await addFaces(library().faces, 1);
      const labeled = await later(() => project(library().faces, face!, { assigned: ANNA }));
      expect(await changedAt(ANNA)).toBe(labeled);
      await later(() => project(library().faces, face!, { assigned: ANNA }));
      expect(await changedAt(ANNA)).toBe(labeled);
      const moved = await later(() => project(library().faces, face!, { assigned: BEN }));
      expect([await changedAt(ANNA), await changedAt(BEN)]).toEqual([moved, moved]);
    });

    it('is when somebody became part of them', async () => {
      const merged = await later(() => people().mergeInto(ANNA, BEN));
      expect(await changedAt(BEN)).toBe(merged);
    });

    it('is not when they are suggested, or have another cover', async () => {
      const [face] = await addFaces(library().faces, 1);
      await later(() => suggest(library().faces, ANNA, [face!]));
      await later(() => people().setCover(ANNA, aFaceId(1)));
      expect(await changedAt(ANNA)).toBe(NOON);
    });

    it('orders lists: last changed first', async () => {
      const recent = async () =>
        (await people().list({ limit: 10, sort: 'RECENT', kind: 'named' })).items.map(({ id }) => id);
      await later(() => people().rename(BEN, 'Benjamin'));
      await later(() => people().changeDetails(CLEO, { hidden: true }));
      expect(await recent()).toEqual([CLEO, BEN, ANNA]);
      await later(() => people().rename(ANNA, 'Hannah'));
      expect(await recent()).toEqual([ANNA, CLEO, BEN]);
    });
  });
}
