import type { PageRequest, PersonQuery, PersonSort, PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import { addFaces, project, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';
import { describePaging } from '../paging/paged-list';
import { pageOf } from '../paging/read-all';

const SORTS: readonly PersonSort[] = ['SIZE', 'NAME', 'TO_REVIEW', 'RECENT'];

export function describeListing(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;
  const namesOf = async (query: Partial<PersonQuery> = {}) => {
    const { items } = await people().list({ limit: 1000, ...query });
    return items.map(({ identity }) => (identity.kind === 'named' ? identity.name : identity.number));
  };
  let faceSeed = 0;
  /** Creates a person with faces. */
  const createWith = async (who: string | number, labeled: number, suggested: number) => {
    const person = typeof who === 'string' ? aPerson(who) : anUnknownPerson(who);
    await people().create(person);
    const seeds = Array.from({ length: labeled + suggested }, () => `${(faceSeed += 1)}`);
    const ids = await addFaces(library().faces, ...seeds);
    for (const id of ids.slice(0, labeled)) await project(library().faces, id, { assigned: person.id });
    await suggest(library().faces, person.id, ids.slice(labeled));
  };

  describe('listing', () => {
    const fill = async () => {
      await createWith('ben', 3, 0);
      await createWith(10, 0, 5);
      await createWith('Anna', 1, 1);
      await createWith(9, 0, 1);
      await createWith('Élodie', 0, 4);
      await createWith('Zoe', 0, 0);
    };

    it('by size: most faces first; the default', async () => {
      await fill();
      const bySize = [10, 'Élodie', 'ben', 'Anna', 9, 'Zoe'];
      expect(await namesOf({ sort: 'SIZE' })).toEqual(bySize);
      expect(await namesOf()).toEqual(bySize);
    });

    it('by name, whatever its case; unknown people after, by number', async () => {
      await fill();
      expect(await namesOf({ sort: 'NAME' })).toEqual(['Anna', 'ben', 'Zoe', 'Élodie', 9, 10]);
    });

    it('tells with what names begin, each as a place in the list by name to jump to', async () => {
      await fill();
      for (const name of ['anton', 'Bea', '𐐨ddly', '7 of 9']) await createWith(name, 0, 0);
      const initials = await people().initials({});
      expect(initials.map(({ initial, count }) => `${initial} ${count}`)).toEqual([
        '7 1',
        'a 2',
        'b 2',
        'z 1',
        'é 1',
        '𐐨 1',
      ]);
      const all = await namesOf({ kind: 'named', sort: 'NAME' });
      let position = 0;
      for (const { count, after } of initials) {
        expect(await namesOf({ kind: 'named', sort: 'NAME', after })).toEqual(all.slice(position));
        position += count;
      }
      const searched = await people().initials({ search: 'AN' });
      expect(searched.map(({ initial, count }) => `${initial} ${count}`)).toEqual(['a 2']);
      await people().changeDetails(aPersonId('anton'), { hidden: true });
      expect((await people().initials({ withHidden: false }))[1]).toMatchObject({ initial: 'a', count: 1 });
      expect(await people().initials({ search: 'nobody' })).toEqual([]);
    });

    it('by what there is to review: most inferred faces first', async () => {
      await fill();
      const [first, second, ...rest] = await namesOf({ sort: 'TO_REVIEW' });
      expect([first, second]).toEqual(['Élodie', 'Anna']);
      expect(new Set(rest)).toEqual(new Set(['ben', 'Zoe', 9, 10]));
    });

    it.each(SORTS)('of one kind, by %s, shows those in the order of all', async (sort) => {
      await fill();
      const all = await namesOf({ sort });
      const named = all.filter((name) => typeof name === 'string');
      const unknown = all.filter((name) => typeof name === 'number');
      expect(await namesOf({ sort, kind: 'named' })).toEqual(named);
      expect(await namesOf({ sort, kind: 'unknown' })).toEqual(unknown);
      expect([named.length, unknown.length]).toEqual([4, 2]);
    });

    it('shows people as they are', async () => {
      await fill();
      for (const person of (await people().list({ limit: 10 })).items) {
        expect(await people().get(person.id)).toEqual(person);
      }
    });
  });

  describe('searching', () => {
    const NAMES = ['Anna Maria', 'Hannah', 'Zoë', '100% Ben_', 'Ben[ji]', 'ΟΔΥΣΣΕΥΣ', "O'Hara"];
    beforeEach(async () => {
      for (const name of NAMES) await people().create(aPerson(name));
      await people().create(anUnknownPerson(1));
    });

    it.each([
      ['a part of any case', 'ANNA', ['Anna Maria', 'Hannah']],
      ['a part that spans words', 'a  mar', ['Anna Maria']],
      ['an accent, in either composition', 'zoe\u0308', ['Zoë']],
      ['an accent that is not there', 'Zoe', []],
      ['compatibility forms', 'Ｈannah', ['Hannah']],
      ['the beginning of a Greek word, in capitals', 'ΟΔΥΣ', ['ΟΔΥΣΣΕΥΣ']],
      ['what is special elsewhere', '%', ['100% Ben_']],
      ['what matches one letter elsewhere', 'n_', ['100% Ben_']],
      ['brackets', '[ji]', ['Ben[ji]']],
      ['quotes', "o'h", ["O'Hara"]],
      ['a pattern', '.*', []],
      ['an escape', '\\', []],
      ['outer white space', '  hannah ', ['Hannah']],
    ])('finds %s', async (_, search, found) => {
      expect(await namesOf({ search, sort: 'NAME' })).toEqual(found);
      expect(await namesOf({ search, sort: 'NAME', kind: 'named' })).toEqual(found);
    });

    it('finds nobody among the unknown, who have no names', async () => {
      expect(await namesOf({ search: '1', kind: 'unknown' })).toEqual([]);
      expect(await namesOf({ search: '1' })).toEqual(['100% Ben_']);
    });

    it('for nothing finds everybody', async () => {
      for (const search of ['', '  ', undefined]) expect(await namesOf({ search })).toHaveLength(8);
    });

    it.each(SORTS)('sorts what it finds by %s', async (sort) => {
      const all = await namesOf({ sort });
      expect(await namesOf({ sort, search: 'n' })).toEqual(
        all.filter((name) => typeof name === 'string' && name.toLowerCase().includes('n')),
      );
    });
  });

  const whoIs = (number: number) =>
    number % 3 === 0 ? (number % 7) * 100 + number : `Person ${number % 5} ${number}`;
  const add = (number: number) => createWith(whoIs(number), number % 2, number % 4);
  const remove = (number: number) => {
    const who = whoIs(number);
    return people().remove([typeof who === 'string' ? aPersonId(who) : anUnknownPerson(who).id]);
  };
  const read = (query: Partial<PersonQuery>) => async (page: PageRequest) =>
    pageOf(await people().list({ ...page, ...query }), ({ id }) => id);
  for (const sort of SORTS) {
    const foreignCursor = async () => {
      const another = SORTS.find((other) => other !== sort)!;
      return (await people().list({ limit: 1, sort: another })).cursors[0]!;
    };
    describePaging(`people by ${sort}`, { add, remove, read: read({ sort }), foreignCursor });
    describePaging(`people found, by ${sort}`, {
      add: (number) => createWith(`Person ${number % 5} ${number}`, number % 2, number % 4),
      read: read({ sort, search: 'person' }),
      foreignCursor,
    });
  }
}
