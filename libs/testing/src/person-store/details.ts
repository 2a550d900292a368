import { parseBirthDate, type PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';

const ANNA = aPersonId('Anna');
const BEN = aPersonId('Ben');

export function describeDetails(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;
  const taken = () => ({ code: 'NAME_TAKEN', hint: expect.any(String) as string });

  describe('details of people', () => {
    beforeEach(async () => {
      for (const name of ['Anna', 'Ben']) await people().create(aPerson(name));
    });
    const aliasesOf = async (id: typeof ANNA) => (await people().get(id))!.aliases;

    it('are none at first', async () => {
      expect(await people().get(ANNA)).toMatchObject({ aliases: [], birthDate: null, hidden: false });
    });

    it('are kept as they are given, also with a new person', async () => {
      const details = { aliases: ['Mum', 'Mutti'], birthDate: parseBirthDate('1985-04-30'), hidden: true };
      await people().changeDetails(ANNA, details);
      await people().create({ ...aPerson('Cleo'), ...details, aliases: ['Gran'] });
      expect(await people().get(ANNA)).toMatchObject(details);
      expect(await people().get(aPersonId('Cleo'))).toMatchObject({ ...details, aliases: ['Gran'] });
    });

    it('stay where nothing is said of them, and are taken back', async () => {
      await people().changeDetails(ANNA, {
        aliases: ['Mum'],
        birthDate: parseBirthDate('1985'),
        hidden: true,
      });
      await people().changeDetails(ANNA, {});
      await people().changeDetails(ANNA, { hidden: false });
      expect(await people().get(ANNA)).toMatchObject({ aliases: ['Mum'], birthDate: '1985', hidden: false });
      await people().changeDetails(ANNA, { aliases: [], birthDate: null });
      expect(await people().get(ANNA)).toMatchObject({ aliases: [], birthDate: null, hidden: false });
      expect(await people().findByName('Mum')).toBeNull();
    });

    it('of somebody who does not exist cannot be changed', async () => {
      const changing = people().changeDetails(aPersonId(404), { hidden: true });
      await expect(changing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('of somebody without a name are no aliases', async () => {
      await people().create(anUnknownPerson(1));
      const changing = people().changeDetails(anUnknownPerson(1).id, { aliases: ['Mum'] });
      await expect(changing).rejects.toMatchObject({ code: 'CONFLICT', hint: expect.any(String) });
      await people().changeDetails(anUnknownPerson(1).id, { hidden: true });
      expect(await people().get(anUnknownPerson(1).id)).toMatchObject({ hidden: true });
    });

    it('go over to whom somebody becomes part of, as far as that one has none', async () => {
      await people().changeDetails(ANNA, {
        aliases: ['Mum'],
        birthDate: parseBirthDate('1985'),
        hidden: true,
      });
      await people().changeDetails(BEN, { aliases: ['Dad'] });
      await people().mergeInto(ANNA, BEN);
      expect(await people().get(BEN)).toMatchObject({
        aliases: ['Dad', 'Mum'],
        birthDate: '1985',
        hidden: false,
      });
      expect((await people().findByName('mum'))!.id).toBe(BEN);
      await people().create(aPerson('Cleo', {}));
      await people().changeDetails(aPersonId('Cleo'), { birthDate: parseBirthDate('1999') });
      await people().mergeInto(aPersonId('Cleo'), BEN);
      expect(await people().get(BEN)).toMatchObject({ birthDate: '1985' });
    });

    it('come back when that is taken back, and leave the other as it was', async () => {
      const details = { aliases: ['Mum'], birthDate: parseBirthDate('1985'), hidden: true };
      await people().changeDetails(ANNA, details);
      await people().changeDetails(BEN, { aliases: ['Dad'] });
      await people().mergeInto(ANNA, BEN);
      await people().part(aPerson('Anna'));
      expect(await people().get(ANNA)).toMatchObject(details);
      expect(await people().get(BEN)).toMatchObject({ aliases: ['Dad'], birthDate: null, hidden: false });
      expect((await people().findByName('mum'))!.id).toBe(ANNA);
    });

    it('that somebody else took meanwhile do not come back', async () => {
      await people().changeDetails(ANNA, { aliases: ['Mum', 'Mutti'], birthDate: parseBirthDate('1985') });
      await people().mergeInto(ANNA, BEN);
      await people().changeDetails(BEN, { aliases: ['Mutti'], birthDate: parseBirthDate('1986') });
      await people().create(aPerson('Mum'));
      await people().part(aPerson('Anna'));
      expect(await people().get(ANNA)).toMatchObject({ aliases: ['Mutti'], birthDate: '1985' });
      expect(await people().get(BEN)).toMatchObject({ aliases: [], birthDate: '1986' });
    });

    it('that somebody else took meanwhile do not come back with a person that is given with them either', async () => {
      await people().changeDetails(ANNA, { aliases: ['Mum', 'Mutti'] });
      const known = (await people().get(ANNA))!;
      await people().mergeInto(ANNA, BEN);
      await people().changeDetails(BEN, { aliases: ['Mutti'] });
      await people().create(aPerson('Cleo'));
      await people().changeDetails(aPersonId('Cleo'), { aliases: ['Mum'] });
      await people().part(known);
      expect(await people().get(ANNA)).toMatchObject({ aliases: ['Mutti'] });
      expect(await people().get(aPersonId('Cleo'))).toMatchObject({ aliases: ['Mum'] });
    });

    describe('aliases', () => {
      it('are stored as names are, each once and without the name', async () => {
        await people().changeDetails(ANNA, { aliases: [' Mum ', 'MUM', 'anna', 'Zoe\u0308'] });
        expect(await aliasesOf(ANNA)).toEqual(['Mum', 'Zo\u00eb']);
      });

      it('find a person as the name does, in any case and as a part', async () => {
        await people().changeDetails(ANNA, { aliases: ['Mum Smith'] });
        expect((await people().findByName('MUM  smith'))!.id).toBe(ANNA);
        expect(await people().findByName('Mum')).toBeNull();
        for (const search of ['mum', 'SMITH', 'm s', 'ann']) {
          expect((await people().list({ limit: 10, search })).items.map(({ id }) => id)).toEqual([ANNA]);
        }
        expect((await people().list({ limit: 10, search: 'anna mum' })).items).toEqual([]);
        expect((await people().list({ limit: 10, search: 'anna\nmum' })).items).toEqual([]);
      });

      it('cannot be the name or an alias of somebody else, and nothing changes then', async () => {
        await people().changeDetails(BEN, { aliases: ['Dad'] });
        for (const alias of ['ben', 'DAD']) {
          const changing = people().changeDetails(ANNA, { aliases: ['Mum', alias], hidden: true });
          await expect(changing).rejects.toMatchObject(taken());
        }
        expect(await people().get(ANNA)).toMatchObject({ aliases: [], hidden: false });
        expect(await people().findByName('Mum')).toBeNull();
      });

      it('cannot become the name of somebody else', async () => {
        await people().changeDetails(BEN, { aliases: ['Dad'] });
        await expect(people().rename(ANNA, 'dad')).rejects.toMatchObject(taken());
        await expect(people().create(aPerson('Dad'))).rejects.toMatchObject(taken());
        const created = people().create({ ...aPerson('Cleo'), aliases: ['DAD'] });
        await expect(created).rejects.toMatchObject(taken());
        expect(await people().get(aPersonId('Cleo'))).toBeNull();
        expect((await people().findByName('dad'))!.id).toBe(BEN);
      });

      it('may become the own name, and are none then', async () => {
        await people().changeDetails(ANNA, { aliases: ['Mum', 'Mutti'] });
        await people().rename(ANNA, 'MUM');
        expect(await people().get(ANNA)).toMatchObject({
          identity: { kind: 'named', name: 'MUM' },
          aliases: ['Mutti'],
        });
        expect(await people().findByName('Anna')).toBeNull();
        expect((await people().findByName('mutti'))!.id).toBe(ANNA);
      });

      it('may be taken when somebody gave them up', async () => {
        await people().changeDetails(ANNA, { aliases: ['Mum', 'Mutti'] });
        await people().changeDetails(ANNA, { aliases: ['Mutti'] });
        await people().changeDetails(BEN, { aliases: ['Mum'] });
        await people().remove([ANNA]);
        await people().changeDetails(BEN, { aliases: ['Mum', 'Mutti', 'Anna'] });
        expect(await aliasesOf(BEN)).toEqual(['Mum', 'Mutti', 'Anna']);
      });

      it('are gone with the name', async () => {
        await people().changeDetails(ANNA, { aliases: ['Mum'] });
        await people().unname(ANNA, 1);
        expect(await aliasesOf(ANNA)).toEqual([]);
        expect(await people().alike('mum', 10)).toEqual([]);
        await people().changeDetails(BEN, { aliases: ['Mum', 'Anna'] });
        expect(await aliasesOf(BEN)).toEqual(['Mum', 'Anna']);
      });

      it.each(['', ' \t', 'a'.repeat(201), 'a\u0007b'])('cannot be %j', async (alias) => {
        const changing = people().changeDetails(ANNA, { aliases: ['Mum', alias] });
        await expect(changing).rejects.toMatchObject({ code: 'NAME_INVALID' });
        expect(await aliasesOf(ANNA)).toEqual([]);
      });
    });

    describe('hidden people', () => {
      const shown = async (query = {}) =>
        (await people().list({ limit: 10, sort: 'NAME', ...query })).items.map(({ id }) => id);
      beforeEach(() => people().changeDetails(ANNA, { hidden: true }));

      it('are in lists unless these are to be without them', async () => {
        for (const sort of ['SIZE', 'NAME', 'TO_REVIEW', 'RECENT'] as const) {
          expect(new Set(await shown({ sort }))).toEqual(new Set([ANNA, BEN]));
          expect(await shown({ sort, withHidden: false })).toEqual([BEN]);
          expect(await shown({ sort, withHidden: false, kind: 'named' })).toEqual([BEN]);
        }
        expect(await shown({ search: 'n' })).toEqual([ANNA, BEN]);
        expect(await shown({ search: 'n', withHidden: false })).toEqual([BEN]);
      });

      it('come back when they are not hidden any more, and still count', async () => {
        expect(await people().counts()).toEqual({ named: 2, unknown: 0 });
        await people().changeDetails(ANNA, { hidden: false });
        expect(await shown({ withHidden: false })).toEqual([ANNA, BEN]);
      });
    });
  });
}
