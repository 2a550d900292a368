import type { PhotoId } from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aFailedSource, aPhoto, aSourceOf } from '../builders/a-photo';
import { aJobId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { describePaging } from '../paging/paged-list';
import { pageOf, readAll } from '../paging/read-all';
import { addPhoto, FAILURE, failed, scanned } from './photos';

export function describeFailures(library: () => LibraryStores): void {
  const photos = () => library().photos;

  /** Every failure, after counting them. */
  const failures = async () => {
    const all = await readAll((page) => photos().failures(page), 2);
    expect(await photos().failureCount()).toBe(all.length);
    return all;
  };
  const addFailed = async (seed: number, original = aPhoto({ seed }).original): Promise<PhotoId> => {
    const { id } = await addPhoto(photos(), { seed, original });
    await photos().failScan(id, failed());
    return id;
  };

  describe('failures', () => {
    it('are failed sources and failed scans, in path order', async () => {
      const photo = await addFailed(5);
      const object = await addFailed(6, { kind: 'object', key: 'originals/6' });
      for (const path of ['/photos/7.jpg', '/photos/10.jpg', '/Photos/z.jpg']) {
        await photos().recordFailedSource(aFailedSource(path));
      }
      await addPhoto(photos(), { seed: 1 });
      const { failure } = aFailedSource('').outcome as { failure: unknown };
      expect(await failures()).toEqual([
        { path: '/Photos/z.jpg', photo: null, failure },
        { path: '/photos/10.jpg', photo: null, failure },
        { path: '/photos/5.jpg', photo, failure: FAILURE },
        { path: '/photos/7.jpg', photo: null, failure },
        { path: `upload:${object}.jpg`, photo: object, failure: FAILURE },
      ]);
    });

    it('show a photo once, at the first of its paths', async () => {
      const id = await addFailed(5);
      for (const path of ['/a/9.jpg', '/z/1.jpg']) {
        await photos().add(aPhoto({ seed: 5 }), aSourceOf(aPhoto({ seed: 5 }), { path }));
      }
      expect(await failures()).toMatchObject([{ path: '/a/9.jpg', photo: id }]);
      await photos().forgetSource('/a/9.jpg');
      expect(await failures()).toMatchObject([{ path: '/photos/5.jpg', photo: id }]);
    });

    it('show a photo where it was found again after it was nowhere', async () => {
      const id = await addFailed(5);
      await photos().forgetSource('/photos/5.jpg');
      const photo = aPhoto({ seed: 5 });
      await photos().add(photo, aSourceOf(photo, { path: '/z/moved.jpg' }));
      expect(await failures()).toMatchObject([{ path: '/z/moved.jpg', photo: id }]);
    });

    it('show the newest reason of a path', async () => {
      await photos().recordFailedSource(aFailedSource('/photos/1.jpg'));
      await photos().recordFailedSource(
        aFailedSource('/photos/1.jpg', { outcome: { state: 'failed', failure: FAILURE } }),
      );
      expect(await failures()).toEqual([{ path: '/photos/1.jpg', photo: null, failure: FAILURE }]);
    });

    it('end with another scan of the photo', async () => {
      const id = await addFailed(1);
      await photos().requestScan([id], { job: aJobId(2), restoreDeleted: false });
      expect(await failures()).toEqual([]);
      await photos().failScan(id, failed(2));
      expect(await failures()).toHaveLength(1);
      await photos().requestScan('failed', { job: aJobId(3), restoreDeleted: false });
      await photos().completeScan(id, scanned(3));
      expect(await failures()).toEqual([]);
    });

    it('leave out a photo without faces whose only file was removed', async () => {
      await addFailed(1);
      await photos().forgetSource('/photos/1.jpg');
      expect(await failures()).toEqual([]);
    });

    it('leave out a photo without faces whose only file was replaced', async () => {
      await addFailed(1);
      const better = aPhoto({ seed: 2, original: { kind: 'file', path: '/photos/1.jpg' } });
      await photos().add(better, aSourceOf(better));
      expect(await failures()).toEqual([]);
      await photos().recordFailedSource(aFailedSource('/photos/1.jpg'));
      expect(await failures()).toMatchObject([{ photo: null }]);
    });

    it('keep a photo of which one file is left', async () => {
      const id = await addFailed(1);
      const photo = aPhoto({ seed: 1 });
      await photos().add(photo, aSourceOf(photo, { path: '/copies/1.jpg' }));
      await photos().forgetSource('/photos/1.jpg');
      expect(await failures()).toMatchObject([{ photo: id, path: '/copies/1.jpg' }]);
    });

    it('keep a photo that was copied, whatever became of its files', async () => {
      const id = await addFailed(1, { kind: 'object', key: 'originals/1' });
      await photos().forgetSource(`upload:${id}.jpg`);
      expect(await failures()).toMatchObject([{ photo: id, path: `upload:${id}.jpg` }]);
    });

    it('keep a photo in which faces were found, whatever became of its files', async () => {
      const id = await addFailed(1);
      await library().faces.upsert([aFace({ photo: id })]);
      await photos().forgetSource('/photos/1.jpg');
      expect(await failures()).toMatchObject([{ photo: id, path: '/photos/1.jpg' }]);
    });
  });

  describePaging('failures', {
    add: async (number) => {
      const path = `/photos/${(number * 7) % 11}-${number}.jpg`;
      if (number % 2 === 0) await photos().recordFailedSource(aFailedSource(path));
      else await addFailed(number, { kind: 'file', path });
    },
    remove: (number) => photos().forgetSource(`/photos/${(number * 7) % 11}-${number}.jpg`),
    read: async (page) => pageOf(await photos().failures(page), ({ path, photo }) => `${path} ${photo}`),
    foreignCursor: async () => {
      await addPhoto(photos(), { seed: 'other' });
      return (await photos().list({ limit: 1 })).cursors[0]!;
    },
  });
}
