import {
  type Face,
  type FaceBucket,
  type FaceFilter,
  type FaceSort,
  type FaceState,
  type FaceStore,
  LARGEST_BUCKET,
} from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aPhoto, aSourceOf } from '../builders/a-photo';
import { aFaceId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { readAll } from '../paging/read-all';
import { ANNA, project, suggest } from './faces';
import { FACES, fillForFilters, matches } from './faces-to-filter';

const SORTS: readonly FaceSort[] = ['DATE', 'OLDEST', 'QUALITY', 'CONFIDENCE', 'UNCERTAIN'];
const FILTERS: readonly FaceFilter[] = [
  {},
  { state: 'unknown' },
  { person: ANNA.id },
  { person: null, state: 'unknown' },
  { confidence: {} },
  { confidence: { from: 0.5 } },
  { confidence: { to: 0.35 } },
  { confidence: { from: 0.35, to: 0.8 }, person: ANNA.id },
  { confidence: { from: 1 }, state: 'inferred' },
  { confidence: { from: 0 }, state: 'labeled' },
  { taken: { from: '2019-03-01T00:00:00Z' } },
  { taken: { before: '2019-03-01T00:00:00Z' }, state: 'unknown' },
  { taken: { from: '2019-02-14T00:00:00Z', before: '2019-08-27T00:00:00Z' }, person: ANNA.id },
  { minimumQuality: 0.5 },
  { minimumQuality: 0.7, state: 'labeled' },
  { minimumQuality: 2 },
  { folder: '/photos' },
  { folder: '/photos/2019' },
  { folder: '/photos/2019/sea', person: ANNA.id },
  { folder: '/photos/2' },
  { folder: '/nowhere' },
  {
    folder: '/photos',
    confidence: { from: 0.2 },
    taken: { from: '2019-02-01T00:00:00Z' },
    minimumQuality: 0.2,
  },
  { folder: '/photos', taken: { before: '2019-09-01T00:00:00Z' }, minimumQuality: 0.3, person: null },
];

export function describeFiltering(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const idsOf = (found: readonly Face[]) => found.map(({ id }) => id);

  describe.each(SORTS)('filtering faces by %s', (sort) => {
    it('lists what matches, in the order of all, whole and page by page', async () => {
      await fillForFilters(library());
      const all = await readAll((page) => faces().list({ ...page, sort }));
      for (const filter of FILTERS) {
        const wanted = idsOf(all.filter((face) => matches(face, filter)));
        expect(idsOf((await faces().list({ ...filter, sort, limit: 1000 })).items)).toEqual(wanted);
        expect(idsOf(await readAll((page) => faces().list({ ...page, ...filter, sort }), 7))).toEqual(wanted);
      }
    });

    it('outlines what it lists', async () => {
      await fillForFilters(library());
      for (const filter of FILTERS) {
        const query = { ...filter, sort, limit: 9, skip: 2 };
        const { items, ...places } = await faces().list(query);
        const outlines = items.map(({ id, photo, box, standing }) => ({ id, photo, box, standing }));
        expect(await faces().outlines(query)).toEqual({ items: outlines, ...places });
      }
    });

    it('takes the cursor of another filter in the same order as a place', async () => {
      await fillForFilters(library());
      const { items, cursors } = await faces().list({ sort, limit: 1000 });
      for (const filter of FILTERS) {
        for (const place of [0, 20, FACES - 2]) {
          const wanted = items.slice(place + 1).filter((face) => matches(face, filter));
          const { items: found } = await faces().list({
            ...filter,
            sort,
            limit: 1000,
            after: cursors[place],
          });
          expect(idsOf(found)).toEqual(idsOf(wanted));
        }
      }
    });

    it('skips so many of those that match', async () => {
      await fillForFilters(library());
      for (const filter of FILTERS) {
        const { items, cursors } = await faces().list({ ...filter, sort, limit: 1000 });
        for (const skip of [0, 1, 5, FACES]) {
          const { items: found, next } = await faces().list({ ...filter, sort, limit: 3, skip });
          expect(idsOf(found)).toEqual(idsOf(items.slice(skip, skip + 3)));
          expect(next === null).toBe(items.length <= skip + 3);
        }
        const further = { ...filter, sort, limit: 1000, after: cursors[1], skip: 2 };
        if (items.length > 2)
          expect(idsOf((await faces().list(further)).items)).toEqual(idsOf(items.slice(4)));
      }
    });

    it('makes buckets that together are the list, each to be jumped to', async () => {
      await fillForFilters(library());
      for (const filter of FILTERS) {
        const whole = idsOf((await faces().list({ ...filter, sort, limit: 1000 })).items);
        const read: string[] = [];
        for (const { after, count } of await faces().buckets({ ...filter, sort })) {
          expect(count).toBeGreaterThan(0);
          const { items } = await faces().list({ ...filter, sort, after, limit: count });
          expect(items).toHaveLength(count);
          read.push(...idsOf(items));
        }
        expect(read).toEqual(whole);
      }
    });
  });

  describe('filtering faces', () => {
    it('counts what it lists', async () => {
      await fillForFilters(library());
      for (const filter of FILTERS) {
        const { items } = await faces().list({ ...filter, limit: 1000 });
        expect(await faces().count(filter)).toBe(items.length);
      }
    });

    it('refuses to skip what is no number from 0 to the size of the largest bucket', async () => {
      for (const skip of [-1, 0.5, NaN, LARGEST_BUCKET + 1])
        await expect(faces().list({ limit: 1, skip })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect((await faces().list({ limit: 1, skip: LARGEST_BUCKET })).items).toEqual([]);
    });

    const keysOf = (buckets: readonly FaceBucket[]) => buckets.map(({ key, count }) => `${key}: ${count}`);

    it('names buckets by month, and by steps of 0.05 with those first that have no confidence but a label', async () => {
      await library().people.create(ANNA);
      const days = [
        '2020-03-31T23:59:59.999Z',
        '2020-03-01T00:00:00Z',
        '2020-02-29T23:59:59Z',
        '1969-12-31T23:00:00Z',
      ];
      const qualities = [1, 0.95, 0.9499, 0];
      await faces().upsert(
        days.map((photoDate, seed) =>
          aFace({ seed, photoDate, quality: { overall: qualities[seed]!, size: 1, sharpness: 1, pose: 1 } }),
        ),
      );
      await project(faces(), aFaceId(0), { assigned: ANNA.id });
      await suggest(faces(), ANNA.id, [aFaceId(1)], 1);
      await suggest(faces(), ANNA.id, [aFaceId(2)], 0.15);
      const keys = async (sort: FaceSort) => keysOf(await faces().buckets({ sort }));
      expect(await keys('DATE')).toEqual(['2020-03: 2', '2020-02: 1', '1969-12: 1']);
      expect(await keys('OLDEST')).toEqual(['1969-12: 1', '2020-02: 1', '2020-03: 2']);
      expect(await keys('QUALITY')).toEqual(['0.95: 2', '0.90: 1', '0.00: 1']);
      expect(await keys('CONFIDENCE')).toEqual(['labeled: 1', '0.95: 1', '0.15: 1', 'unknown: 1']);
      expect(await keys('UNCERTAIN')).toEqual(['unknown: 1', '0.15: 1', '0.95: 1', 'labeled: 1']);
    });

    it('tells of faces that come, change and go, however often it was asked', async () => {
      const counts = async (state?: FaceState) =>
        (await faces().buckets({ sort: 'CONFIDENCE', state })).map(({ key, count }) => `${key}: ${count}`);
      expect(await counts()).toEqual([]);
      await library().people.create(ANNA);
      await faces().upsert([1, 2].map((seed) => aFace({ seed })));
      expect(await counts()).toEqual(['unknown: 2']);
      expect(await counts()).toEqual(['unknown: 2']);
      await suggest(faces(), ANNA.id, [aFaceId(1)], 0.15);
      expect(await counts()).toEqual(['0.15: 1', 'unknown: 1']);
      expect(await counts('unknown')).toEqual(['unknown: 1']);
      await project(faces(), aFaceId(2), { assigned: ANNA.id });
      expect(await counts()).toEqual(['labeled: 1', '0.15: 1']);
      expect(await counts('unknown')).toEqual([]);
      await faces().remove([aFaceId(1)]);
      expect(await counts()).toEqual(['labeled: 1']);
    });

    it('splits faces that are all alike, of several states and in both directions', async () => {
      const count = 2 * LARGEST_BUCKET + 5;
      await library().people.create(ANNA);
      await faces().upsert(Array.from({ length: count }, (_, seed) => aFace({ seed })));
      await suggest(
        faces(),
        ANNA.id,
        Array.from({ length: 3000 }, (_, seed) => aFaceId(7 * seed)),
        0.5,
      );
      for (const sort of ['DATE', 'OLDEST'] as const) {
        const buckets = await faces().buckets({ sort });
        expect(buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(count);
        expect(Math.max(...buckets.map((bucket) => bucket.count))).toBeLessThanOrEqual(LARGEST_BUCKET);
        for (const [index, bucket] of buckets.entries()) {
          const skipped = { sort, after: bucket.after, skip: bucket.count - 1, limit: 2 };
          const next = buckets[index + 1];
          const first =
            next === undefined ? [] : (await faces().list({ sort, after: next.after, limit: 1 })).items;
          expect((await faces().list(skipped)).items.slice(1)).toEqual(first);
        }
      }
    });

    it('splits a bucket that would be too large', async () => {
      const count = LARGEST_BUCKET + 5;
      await faces().upsert(Array.from({ length: count }, (_, seed) => aFace({ seed })));
      for (const filter of [{}, { minimumQuality: 0.5 }]) {
        const buckets = await faces().buckets(filter);
        expect(keysOf(buckets)).toEqual([`2026-01: ${LARGEST_BUCKET}`, '2026-01: 5']);
        const last = await faces().list({ ...filter, after: buckets[1]!.after, limit: 1000 });
        expect(last.items).toHaveLength(5);
        const middle = await faces().list({ ...filter, after: buckets[0]!.after, skip: 9_998, limit: 3 });
        expect(middle.items.slice(2)).toEqual(last.items.slice(0, 1));
      }
    });

    it('follows a photo to another folder, whether photo or face came first', async () => {
      const [early, late] = [aPhoto({ seed: 1 }), aPhoto({ seed: 2 })];
      await faces().upsert([aFace({ seed: 1, photo: early.id })]);
      await library().photos.add(early, aSourceOf(early, { path: '/b/one.jpg' }));
      await library().photos.add(late, aSourceOf(late, { path: 'C:\\photos\\sea\\two.jpg' }));
      await faces().upsert([aFace({ seed: 2, photo: late.id })]);
      const below = async (folder: string) => idsOf((await faces().list({ folder, limit: 10 })).items);
      expect(await below('/b')).toEqual([aFaceId(1)]);
      expect(await below('/')).toEqual([aFaceId(1)]);
      expect(await below('C:\\photos')).toEqual([aFaceId(2)]);
      expect(await below('C:\\photos\\')).toEqual([aFaceId(2)]);
      await library().photos.add(early, aSourceOf(early, { path: '/a/one.jpg' }));
      expect(await below('/a')).toEqual([aFaceId(1)]);
      expect(await below('/b')).toEqual([]);
      await library().photos.forgetSource('/a/one.jpg');
      expect(await below('/b/')).toEqual([aFaceId(1)]);
    });
  });
}
