import type { Face, FaceGroupQuery, FaceStore, PersonId, PersonSort } from '@kindred/domain';
import { aFaceId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { readAll } from '../paging/read-all';
import { ANNA, BEN, project, SOMEBODY, suggest } from './faces';
import { fillForFilters, matches } from './faces-to-filter';

type Filter = Omit<FaceGroupQuery, 'limit' | 'after' | 'sort'>;

const FILTERS: readonly Filter[] = [
  { state: 'labeled' },
  { state: 'inferred' },
  { state: 'unknown' },
  { state: 'inferred', confidence: { from: 0.5 } },
  { state: 'inferred', confidence: { from: 0.35, to: 0.8 }, minimumQuality: 0.3 },
  { state: 'labeled', confidence: { from: 0.1 } },
  { state: 'labeled', minimumQuality: 0.7 },
  { state: 'labeled', minimumQuality: 2 },
  { state: 'unknown', taken: { from: '2019-02-14T00:00:00Z', before: '2019-08-27T00:00:00Z' } },
  { state: 'inferred', taken: { from: '2019-08-27T00:00:00Z', before: '2019-02-14T00:00:00Z' } },
  { state: 'inferred', folder: '/photos/2019' },
  { state: 'labeled', folder: '/photos', taken: { from: '2019-02-01T00:00:00Z' }, minimumQuality: 0.2 },
  { state: 'unknown', folder: '/nowhere' },
];

export function describeGrouping(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const groupsOf = (filter: Filter, sort?: PersonSort) =>
    readAll((page) => faces().groups({ ...page, ...filter, sort }), 2);

  describe('groups of faces', () => {
    it('are of the people whose faces match, with how many do', async () => {
      await fillForFilters(library());
      const all = await readAll((page) => faces().list(page));
      for (const filter of FILTERS) {
        const counts = countedByPerson(all.filter((face) => matches(face, filter)));
        const groups = await groupsOf(filter);
        expect(new Map(groups.map(({ person, count }) => [person, count]))).toEqual(counts);
        expect(groups).toHaveLength(counts.size);
      }
    });

    it.each(['SIZE', 'TO_REVIEW'] as const)(
      'by %s begin with those that most faces match of',
      async (sort) => {
        await fillForFilters(library());
        for (const filter of FILTERS) {
          const counts = (await groupsOf(filter, sort)).map(({ count }) => count);
          expect(counts).toEqual([...counts].sort((one, other) => other - one));
        }
      },
    );

    it.each(['NAME', 'RECENT'] as const)('by %s are in the order of people', async (sort) => {
      await fillForFilters(library());
      const people = (await library().people.list({ sort, limit: 10 })).items.map(({ id }) => id);
      for (const filter of FILTERS) {
        const groups = (await groupsOf(filter, sort)).map(({ person }) => person);
        expect(groups).toEqual(people.filter((id) => groups.includes(id)));
      }
    });

    it('have a cursor each that the list goes on after, in its order only', async () => {
      await fillForFilters(library());
      const query = { state: 'labeled', minimumQuality: 0.1, sort: 'NAME' } as const;
      const { items, cursors, next } = await faces().groups({ ...query, limit: 10 });
      expect(items.map(({ person }) => person)).toEqual([ANNA.id, BEN.id]);
      expect(next).toBeNull();
      const rest = await faces().groups({ ...query, limit: 1, after: cursors[0] });
      expect(rest).toEqual({ items: items.slice(1), cursors: cursors.slice(1), next: null });
      const otherOrder = faces().groups({ ...query, sort: 'SIZE', limit: 1, after: cursors[0] });
      await expect(otherOrder).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
      await expect(faces().groups({ ...query, limit: 0 })).rejects.toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
    });

    it('follow at once what is said, suggested, ignored and merged', async () => {
      await fillForFilters(library());
      const within = { state: 'unknown', minimumQuality: 0 } as const;
      const unknown = async () => groupsOf(within);
      const [before] = await unknown();
      expect(before!.person).toBe(SOMEBODY.id);
      await project(faces(), aFaceId(2), { ignored: true });
      expect(await unknown()).toEqual([{ ...before, count: before!.count - 1 }]);
      await suggest(faces(), SOMEBODY.id, [aFaceId(3)]);
      expect(await unknown()).toEqual([before]);
      await library().people.remove([SOMEBODY.id]);
      expect(await unknown()).toEqual([]);
    });
  });
}

function countedByPerson(faces: readonly Face[]): ReadonlyMap<PersonId, number> {
  const counts = new Map<PersonId, number>();
  for (const { standing } of faces)
    if (standing.person !== null) counts.set(standing.person, (counts.get(standing.person) ?? 0) + 1);
  return counts;
}
