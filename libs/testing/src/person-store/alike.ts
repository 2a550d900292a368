import type { PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import { addFaces, project } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

const NAMES = ['Anna', 'Annabel', 'Maria Anna', 'Katharina', 'Zoë', 'Ben'];

export function describeAlike(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;
  const alike = async (typed: string, limit = 20) =>
    (await people().alike(typed, limit)).map(({ identity }) =>
      identity.kind === 'named' ? identity.name : '',
    );

  describe('people alike to what somebody typed', () => {
    beforeEach(async () => {
      for (const name of NAMES) await people().create(aPerson(name));
      await people().create(anUnknownPerson(1));
    });

    it('are those who begin with it, have a word that does, or have it mistyped, best first', async () => {
      expect(await alike('anna')).toEqual(['Anna', 'Annabel', 'Maria Anna']);
      expect(await alike('ana')).toEqual(expect.arrayContaining(['Anna', 'Annabel', 'Maria Anna']));
      expect(await alike('katrina')).toEqual(['Katharina']);
      expect(await alike('zoe')).toEqual(['Zoë']);
    });

    it('are found by one letter, and nobody is by none', async () => {
      expect(await alike('b')).toEqual(['Ben']);
      for (const typed of ['', '  ', '%']) expect(await alike(typed)).toEqual([]);
    });

    it('are nobody where the text is longer than any name', async () => {
      expect(await alike('anna '.repeat(40))).toHaveLength(3);
      expect(await alike('anna '.repeat(41))).toEqual([]);
    });

    it('are found by aliases and by the names they have now', async () => {
      await people().changeDetails(aPersonId('Ben'), { aliases: ['Benjamin Franklin'] });
      expect(await alike('franklni')).toEqual(['Ben']);
      await people().changeDetails(aPersonId('Ben'), { aliases: [] });
      expect(await alike('franklni')).toEqual([]);
      await people().rename(aPersonId('Katharina'), 'Ludwig');
      expect(await alike('katharina')).toEqual([]);
      expect(await alike('ludwig')).toEqual(['Ludwig']);
      await people().rename(anUnknownPerson(1).id, 'Quentin');
      expect(await alike('quentni')).toEqual(['Quentin']);
    });

    it('are nobody who is gone', async () => {
      await people().remove([aPersonId('Zoë')]);
      await people().mergeInto(aPersonId('Katharina'), aPersonId('Ben'));
      expect(await alike('zoe')).toEqual([]);
      expect(await alike('katharina')).toEqual([]);
    });

    it('are at most as many as asked for; of those that fit alike, who has most faces first', async () => {
      for (const name of ['Cleo B', 'Cleo C']) await people().create(aPerson(name));
      for (const face of await addFaces(library().faces, 1, 2))
        await project(library().faces, face, { assigned: aPersonId('Cleo C') });
      expect(await alike('cleo')).toEqual(['Cleo C', 'Cleo B']);
      expect(await alike('cleo', 1)).toEqual(['Cleo C']);
    });
  });
}
