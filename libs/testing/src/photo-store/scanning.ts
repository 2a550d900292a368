import type { PhotoId, PhotoStore } from '@kindred/domain';
import { aPhoto, aSourceOf, NOON } from '../builders/a-photo';
import { aJobId, aPackName, aPhotoId } from '../builders/ids';
import { addPhotos, FAILURE, failed, scanned } from './photos';

const RESCAN = { job: aJobId('rescan'), restoreDeleted: true };

export function describeScanning(opened: () => PhotoStore): void {
  const scanOf = async (photo: PhotoId) => (await opened().get(photo))!.scan;

  describe('ending a scan', () => {
    it('well stores its result, once', async () => {
      const [photo] = await addPhotos(opened(), 1);
      expect(await opened().completeScan(photo!, scanned())).toBe(true);
      expect(await scanOf(photo!)).toEqual({ state: 'scanned', ...scanned() });
      expect(await opened().completeScan(photo!, { ...scanned(), faces: 9 })).toBe(false);
      expect(await opened().failScan(photo!, failed())).toBe(false);
      expect(await scanOf(photo!)).toEqual({ state: 'scanned', ...scanned() });
    });

    it('with a reason stores it, once', async () => {
      const [photo] = await addPhotos(opened(), 1);
      expect(await opened().failScan(photo!, failed())).toBe(true);
      expect(await scanOf(photo!)).toEqual({ state: 'failed', ...failed() });
      expect(await opened().failScan(photo!, failed())).toBe(false);
      expect(await opened().completeScan(photo!, scanned())).toBe(false);
      expect(await scanOf(photo!)).toEqual({ state: 'failed', ...failed() });
    });

    it('is ignored for a photo that waits for another job', async () => {
      const [photo] = await addPhotos(opened(), 1);
      await opened().requestScan([photo!], RESCAN);
      expect(await opened().completeScan(photo!, scanned())).toBe(false);
      expect(await opened().failScan(photo!, failed())).toBe(false);
      expect(await opened().failPendingScans(failed())).toBe(0);
      expect(await scanOf(photo!)).toEqual({ state: 'pending', ...RESCAN });
      expect(await opened().completeScan(photo!, { ...scanned(), job: RESCAN.job })).toBe(true);
    });

    it('is ignored for a photo that is gone', async () => {
      expect(await opened().completeScan(aPhotoId(404), scanned())).toBe(false);
      expect(await opened().failScan(aPhotoId(404), failed())).toBe(false);
      expect(await opened().get(aPhotoId(404))).toBeNull();
    });

    it('happens once when many try at once', async () => {
      const [photo] = await addPhotos(opened(), 1);
      const tries = Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0
          ? opened().completeScan(photo!, { ...scanned(), faces: index })
          : opened().failScan(photo!, failed()),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      const { pending, scanned: done, failed: lost } = await opened().counts();
      expect([pending, done + lost]).toEqual([0, 1]);
    });

    it('for all that wait for a job leaves alone those that ended and those of other jobs', async () => {
      const [done, lost, one, two, other] = await addPhotos(opened(), 1, 2, 3, 4, 5);
      await opened().completeScan(done!, scanned());
      await opened().failScan(lost!, { ...failed(), at: '2025-01-01T00:00:00.000Z' });
      await opened().requestScan([other!], RESCAN);
      expect(await opened().failPendingScans(failed())).toBe(2);
      expect(await opened().failPendingScans(failed())).toBe(0);
      for (const photo of [one!, two!]) expect(await scanOf(photo)).toEqual({ state: 'failed', ...failed() });
      expect(await scanOf(done!)).toMatchObject({ state: 'scanned' });
      expect(await scanOf(lost!)).toMatchObject({ state: 'failed', at: '2025-01-01T00:00:00.000Z' });
      expect(await scanOf(other!)).toMatchObject({ state: 'pending' });
    });
  });

  describe('asking for a scan', () => {
    /** Two photos that wait, one that was scanned, one that failed. */
    async function oneInEachState(): Promise<PhotoId[]> {
      const photos = await addPhotos(opened(), 1, 2, 3, 4);
      await opened().completeScan(photos[2]!, scanned());
      await opened().failScan(photos[3]!, failed());
      return photos;
    }

    it('of some photos makes those pending for the job; unknown and repeated ones do not count', async () => {
      const [waiting, untouched, done, lost] = await oneInEachState();
      const asked = [done!, lost!, waiting!, done!, aPhotoId(404)];
      expect(await opened().requestScan(asked, RESCAN)).toBe(3);
      for (const photo of [waiting!, done!, lost!]) {
        expect(await scanOf(photo)).toEqual({ state: 'pending', ...RESCAN });
      }
      expect(await scanOf(untouched!)).toMatchObject({ job: aJobId() });
      expect(await opened().get(aPhotoId(404))).toBeNull();
      expect(await opened().requestScan([], RESCAN)).toBe(0);
    });

    it('of all photos', async () => {
      const photos = await oneInEachState();
      expect(await opened().requestScan('all', { ...RESCAN, restoreDeleted: false })).toBe(4);
      for (const photo of photos) {
        expect(await scanOf(photo)).toEqual({ state: 'pending', ...RESCAN, restoreDeleted: false });
      }
    });

    it('of all failed photos', async () => {
      const [, , done, lost] = await oneInEachState();
      expect(await opened().requestScan('failed', RESCAN)).toBe(1);
      expect(await scanOf(lost!)).toEqual({ state: 'pending', ...RESCAN });
      expect(await scanOf(done!)).toMatchObject({ state: 'scanned' });
      expect(await opened().requestScan('failed', RESCAN)).toBe(0);
    });

    it('again by another job takes the photo over', async () => {
      const [photo] = await addPhotos(opened(), 1);
      await opened().requestScan('all', RESCAN);
      await opened().requestScan('all', { job: aJobId('later'), restoreDeleted: false });
      expect(await scanOf(photo!)).toEqual({ state: 'pending', job: aJobId('later'), restoreDeleted: false });
      expect(await opened().countsOfJob(RESCAN.job)).toEqual({ pending: 0, scanned: 0, failed: 0 });
    });

    it('in an empty library finds none', async () => {
      expect(await opened().requestScan('all', RESCAN)).toBe(0);
      expect(await opened().requestScan('failed', RESCAN)).toBe(0);
    });

    it('of more than a thousand photos', async () => {
      const photos = Array.from({ length: 1203 }, (_, seed) => aPhoto({ seed }));
      await Promise.all(photos.map((photo) => opened().add(photo, aSourceOf(photo))));
      expect(await opened().requestScan('all', RESCAN)).toBe(1203);
      expect(await opened().failPendingScans({ ...failed(), job: RESCAN.job })).toBe(1203);
      expect(await opened().requestScan('failed', RESCAN)).toBe(1203);
      const ids = photos.map(({ id }) => id);
      expect(await opened().requestScan(ids, { ...RESCAN, job: aJobId('last') })).toBe(1203);
      expect(await opened().countsOfJob(aJobId('last'))).toEqual({ pending: 1203, scanned: 0, failed: 0 });
    });
  });

  describe('counting', () => {
    it('tells states apart, in all and by job', async () => {
      expect(await opened().counts()).toEqual({ pending: 0, scanned: 0, failed: 0 });
      const [one, two, three, four] = await addPhotos(opened(), 1, 2, 3, 4);
      await opened().requestScan([three!, four!], RESCAN);
      await opened().completeScan(one!, scanned());
      await opened().failScan(two!, failed());
      await opened().completeScan(three!, { ...scanned(), job: RESCAN.job });
      expect(await opened().counts()).toEqual({ pending: 1, scanned: 2, failed: 1 });
      expect(await opened().countsOfJob(aJobId())).toEqual({ pending: 0, scanned: 1, failed: 1 });
      expect(await opened().countsOfJob(RESCAN.job)).toEqual({ pending: 1, scanned: 1, failed: 0 });
      expect(await opened().countsOfJob(aJobId('never'))).toEqual({ pending: 0, scanned: 0, failed: 0 });
    });

    it('knows photos that arrive scanned or failed', async () => {
      const at = { job: aJobId(7), at: NOON };
      const done = aPhoto({ seed: 1, scan: { state: 'scanned', ...at, pack: aPackName(), faces: 1 } });
      const lost = aPhoto({ seed: 2, scan: { state: 'failed', ...at, failure: FAILURE } });
      for (const photo of [done, lost]) await opened().add(photo, aSourceOf(photo));
      expect(await opened().countsOfJob(aJobId(7))).toEqual({ pending: 0, scanned: 1, failed: 1 });
      expect((await opened().pending({ limit: 10 })).items).toEqual([]);
    });
  });
}
