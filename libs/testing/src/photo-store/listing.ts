import type { Photo, PhotoQuery, PhotoSort, PhotoStore } from '@kindred/domain';
import { aPhoto, aSourceOf } from '../builders/a-photo';
import { aPhotoId } from '../builders/ids';
import { describePaging } from '../paging/paged-list';
import { pageOf } from '../paging/read-all';
import { addPhoto, failed, scanned } from './photos';

const SORTS: readonly PhotoSort[] = ['DATE', 'INGESTED'];
const STATES = ['pending', 'scanned', 'failed'] as const;

/** Spread over the order of taking and, otherwise, over that of ingest; every third date is shared. */
function photoNumber(number: number): Photo {
  const day = 1 + (((number - (number % 3)) * 11) % 28);
  return aPhoto({
    seed: number,
    metadata: number % 4 === 0 ? {} : { takenAt: `2020-02-${String(day).padStart(2, '0')}T10:00:00` },
    ingestedAt: `2026-03-${String(1 + ((number * 5) % 28)).padStart(2, '0')}T10:00:00.000Z`,
  });
}

async function addInEveryState(
  photos: PhotoStore,
  photo: Photo,
  state: Photo['scan']['state'],
): Promise<void> {
  await photos.add(photo, aSourceOf(photo));
  if (state === 'scanned') await photos.completeScan(photo.id, scanned());
  if (state === 'failed') await photos.failScan(photo.id, failed());
}

export function describeListing(opened: () => PhotoStore): void {
  const seedsOf = async (query: Partial<PhotoQuery>, seeds: readonly (number | string)[]) => {
    const page = await opened().list({ limit: 1000, ...query });
    return page.items.map(({ id }) => seeds.find((seed) => aPhotoId(seed) === id));
  };

  describe('listing', () => {
    it('shows photos as they are', async () => {
      const photo = await addPhoto(opened());
      expect((await opened().list({ limit: 1 })).items).toEqual([photo]);
      expect((await opened().pending({ limit: 1 })).items).toEqual([photo]);
    });

    it('by date: the newest taken first, by the time of ingest where no camera wrote one; the default', async () => {
      const facts = [
        ['zone', { metadata: { takenAt: '2021-06-01T01:00:00+02:00' } }],
        ['local', { metadata: { takenAt: '2021-05-31T23:30:00' } }],
        ['old', { metadata: { takenAt: '1969-07-20T20:17:40Z' } }],
        ['undated', { ingestedAt: '2021-06-02T00:00:00.000Z' }],
        ['new', { metadata: { takenAt: '2021-07-01T00:00:00' }, ingestedAt: '2020-01-01T00:00:00.000Z' }],
      ] as const;
      for (const [seed, given] of facts) await addPhoto(opened(), { seed, ...given });
      const seeds = facts.map(([seed]) => seed);
      const newestFirst = ['new', 'undated', 'local', 'zone', 'old'];
      expect(await seedsOf({ sort: 'DATE' }, seeds)).toEqual(newestFirst);
      expect(await seedsOf({}, seeds)).toEqual(newestFirst);
    });

    it('by ingest: the newest first, whenever they were taken', async () => {
      for (const [seed, day] of [
        [1, '02'],
        [2, '04'],
        [3, '03'],
      ] as const) {
        await addPhoto(opened(), {
          seed,
          ingestedAt: `2026-01-${day}T00:00:00.000Z`,
          metadata: { takenAt: `201${seed}-01-01T00:00:00` },
        });
      }
      expect(await seedsOf({ sort: 'INGESTED' }, [1, 2, 3])).toEqual([2, 3, 1]);
    });

    it.each(SORTS)('of one state, by %s, shows those in the order of all', async (sort) => {
      const photos = Array.from({ length: 18 }, (_, number) => photoNumber(number));
      for (const [index, photo] of photos.entries())
        await addInEveryState(opened(), photo, STATES[index % 3]!);
      const { items: all } = await opened().list({ limit: 1000, sort });
      expect(all).toHaveLength(18);
      for (const state of STATES) {
        const { items } = await opened().list({ limit: 1000, sort, state });
        expect(items).toHaveLength(6);
        expect(items).toEqual(all.filter(({ scan }) => scan.state === state));
      }
    });

    it('shows those that wait in id order', async () => {
      for (let number = 0; number < 30; number++) {
        await addInEveryState(opened(), photoNumber(number), STATES[number % 3]!);
      }
      const waiting = (await opened().pending({ limit: 1000 })).items.map(({ id }) => id);
      const wanted = Array.from({ length: 10 }, (_, index) => aPhotoId(3 * index));
      expect(waiting).toEqual(wanted.sort());
    });
  });

  const add = async (number: number) => {
    const photo = photoNumber(number);
    await opened().add(photo, aSourceOf(photo));
  };
  const read = (query: Partial<PhotoQuery>) => async (page: { limit: number; after?: string | null }) =>
    pageOf(await opened().list({ ...page, ...query }), ({ id }) => id);
  const pendingCursor = async () => (await opened().pending({ limit: 1 })).cursors[0]!;

  describePaging('photos by date', { add, read: read({}), foreignCursor: pendingCursor });
  describePaging('photos by ingest', { add, read: read({ sort: 'INGESTED' }), foreignCursor: pendingCursor });
  describePaging('photos of one state', {
    add,
    remove: async (number) => {
      await opened().completeScan(aPhotoId(number), scanned());
    },
    read: read({ state: 'pending' }),
    foreignCursor: pendingCursor,
  });
  describePaging('photos that wait', {
    add,
    remove: async (number) => {
      await opened().completeScan(aPhotoId(number), scanned());
    },
    read: async (page) => pageOf(await opened().pending(page), ({ id }) => id),
    foreignCursor: async () => (await opened().list({ limit: 1 })).cursors[0]!,
  });
}
