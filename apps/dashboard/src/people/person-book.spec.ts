import { aPerson, fakeApi } from '../testing/faces';
import { PersonBook, type PersonCriteria, personListKey } from './person-book';

type Asked = { first: number; after: string | null };

describe('people by name', () => {
  const names = Array.from({ length: 300 }, (_, at) => `Person ${String(at).padStart(3, '0')}`);
  const byName: PersonCriteria = { kind: 'NAMED', sort: 'NAME' };
  let api: ReturnType<typeof fakeApi>;
  let people: PersonBook;
  beforeEach(() => {
    api = fakeApi(({ first, after }: Asked) => {
      const start = Number(after ?? 0);
      const nodes = names.slice(start, start + first).map((name) => aPerson(name));
      const endCursor = String(start + nodes.length);
      return { people: { nodes, pageInfo: { hasNextPage: start + first < names.length, endCursor } } };
    });
    people = new PersonBook(api, () => undefined);
  });
  const shown = (criteria: PersonCriteria) => people.read(criteria).people.map(({ name }) => name);
  const look = async (criteria: PersonCriteria) => {
    people.shown = personListKey(criteria);
    await people.loadUntil(criteria, 100);
  };

  it('begin where somebody jumps to, without a look at those before, and go on from there', async () => {
    const jump = { ...byName, after: '150' };
    await look(jump);
    expect(shown(jump)).toEqual(names.slice(150, 250));
    await people.loadUntil(jump, 200);
    expect(shown(jump)).toEqual(names.slice(150));
    await people.refresh();
    expect(shown(jump)).toEqual(names.slice(150));
    expect(api.asked.map((asked) => (asked as Asked).after)).not.toContain(null);
  });

  it('are kept from one jump only, besides from the beginning', async () => {
    await look(byName);
    for (const after of ['50', '100', '150']) await look({ ...byName, after });
    const asked = api.asked.length;
    await look({ ...byName, after: '150' });
    await look(byName);
    expect(api.asked).toHaveLength(asked);
    await look({ ...byName, after: '50' });
    expect(api.asked).toHaveLength(asked + 1);
  });
});
