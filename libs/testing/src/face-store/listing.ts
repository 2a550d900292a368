import type { Face, FaceObservation, FaceQuery, FaceSort, FaceStore, PageRequest } from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aFaceId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { describePaging } from '../paging/paged-list';
import { pageOf } from '../paging/read-all';
import { ANNA, aView, BEN, SOMEBODY } from './faces';

const SORTS: readonly FaceSort[] = ['DATE', 'OLDEST', 'QUALITY', 'CONFIDENCE', 'UNCERTAIN'];
const STATES = ['labeled', 'inferred', 'unknown'] as const;
const PEOPLE = [undefined, null, ANNA.id, BEN.id, SOMEBODY.id] as const;

/** Spread over the orders of date and quality; some share a date, some a quality. */
function faceNumber(number: number): FaceObservation {
  const day = String(1 + ((number * 5) % 13)).padStart(2, '0');
  const overall = ((number * 3) % 8) / 8;
  return aFace({
    seed: number,
    photoDate: `2020-02-${day}T10:00:00`,
    quality: { overall, size: 1, sharpness: 1, pose: 1 },
  });
}

/** Faces of which two in six are labeled, inferred and unknown each, with different confidences. */
async function fill({ faces, people }: LibraryStores, count: number): Promise<void> {
  for (const person of [ANNA, BEN, SOMEBODY]) await people.create(person);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const those = (...rests: number[]) => numbers.filter((number) => rests.includes(number % 6));
  await faces.upsert(numbers.map(faceNumber));
  await faces.project(
    new Map(
      those(0, 1).map((number) => [
        aFaceId(number),
        aView({ assigned: number % 6 === 0 ? ANNA.id : BEN.id }),
      ]),
    ),
  );
  const person = (number: number) => [ANNA, BEN, SOMEBODY][(number % 6) - 2]!.id;
  const set = those(2, 3, 4).map((number) => ({
    face: aFaceId(number),
    person: person(number),
    confidence: ((number * 7) % 10) / 10,
  }));
  await faces.changeSuggestions({ set, clear: [] });
}

/** What a list is sorted by, most of it first. */
function rankOf({ standing, photoDate, quality }: Face, sort: FaceSort): number {
  if (sort === 'DATE') return Date.parse(`${photoDate}Z`);
  if (sort === 'OLDEST') return -Date.parse(`${photoDate}Z`);
  if (sort === 'QUALITY') return quality.overall;
  if (sort === 'UNCERTAIN') return -certaintyOf(standing);
  return certaintyOf(standing);
}

function certaintyOf(standing: Face['standing']): number {
  if (standing.state === 'labeled') return 2;
  return standing.state === 'inferred' ? standing.confidence : -1;
}

export function describeListing(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const listed = async (query: Partial<FaceQuery>) => (await faces().list({ limit: 1000, ...query })).items;

  describe('listing', () => {
    it.each(SORTS)('by %s, most of it first', async (sort) => {
      await fill(library(), 36);
      const ranks = (await listed({ sort })).map((face) => rankOf(face, sort));
      expect(ranks).toHaveLength(36);
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      expect(new Set(ranks).size).toBeGreaterThan(5);
    });

    it('by date unless asked otherwise', async () => {
      await fill(library(), 12);
      expect(await listed({})).toEqual(await listed({ sort: 'DATE' }));
    });

    it('by date puts every instant in its place, with or without a zone', async () => {
      const dates = [
        '2020-01-01T00:30:00+02:00',
        '2019-12-31T23:00:00',
        '2020-01-01T00:00:00Z',
        '1969-01-01T00:00:00Z',
      ];
      await faces().upsert(dates.map((photoDate, seed) => aFace({ seed, photoDate })));
      expect((await listed({ sort: 'DATE' })).map(({ photoDate }) => photoDate)).toEqual([
        '2020-01-01T00:00:00Z',
        '2019-12-31T23:00:00',
        '2020-01-01T00:30:00+02:00',
        '1969-01-01T00:00:00Z',
      ]);
    });

    describe.each(SORTS)('by %s', (sort) => {
      it('filters by state and by person, each and both, in the order of all', async () => {
        await fill(library(), 36);
        const all = await listed({ sort });
        for (const state of [undefined, ...STATES]) {
          for (const person of PEOPLE) {
            const wanted = all.filter(
              ({ standing }) =>
                (state === undefined || standing.state === state) &&
                (person === undefined || standing.person === person),
            );
            expect(await listed({ sort, state, person })).toEqual(wanted);
          }
        }
        expect(await listed({ sort, state: 'unknown', person: null })).toHaveLength(6);
        expect(await listed({ sort, state: 'inferred', person: SOMEBODY.id })).toEqual([]);
      });
    });

    it('shows faces as they are', async () => {
      await fill(library(), 6);
      for (const face of await listed({})) expect(await faces().get(face.id)).toEqual(face);
    });

    it('counts what it lists', async () => {
      await fill(library(), 36);
      const counts = await faces().counts();
      for (const state of STATES) expect(await listed({ state })).toHaveLength(counts[state]);
      expect(counts).toEqual({ labeled: 12, inferred: 12, unknown: 12, ignored: 0 });
    });
  });

  const read = (query: Partial<FaceQuery>) => async (page: PageRequest) =>
    pageOf(await faces().list({ ...page, ...query }), ({ id }) => id);
  const foreignCursor = async () => (await faces().scroll({ limit: 1 })).cursors[0]!;
  const add = async (number: number) => {
    await library().people.create(ANNA);
    await faces().upsert([faceNumber(number)]);
    const face = aFaceId(number);
    if (number % 3 === 0) await faces().project(new Map([[face, aView({ assigned: ANNA.id })]]));
    const set = [{ face, person: ANNA.id, confidence: ((number * 7) % 10) / 10 }];
    if (number % 3 === 1) await faces().changeSuggestions({ set, clear: [] });
  };
  const remove = (number: number) => faces().remove([aFaceId(number)]);

  for (const sort of SORTS) {
    describePaging(`faces by ${sort}`, { add, remove, read: read({ sort }), foreignCursor });
    describePaging(`faces of one person by ${sort}`, {
      add: async (number) => {
        await add(number);
        const set = [{ face: aFaceId(number), person: ANNA.id, confidence: ((number * 7) % 10) / 10 }];
        await faces().changeSuggestions({ set, clear: [] });
      },
      remove,
      read: read({ sort, person: ANNA.id }),
      foreignCursor,
    });
  }
  describePaging('faces that stand alone', {
    add: (number) => faces().upsert([faceNumber(number)]),
    remove,
    read: read({ state: 'unknown', person: null }),
    foreignCursor: async () => (await faces().list({ limit: 1, sort: 'QUALITY' })).cursors[0]!,
  });
}
