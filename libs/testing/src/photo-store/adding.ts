import type { Photo, PhotoStore } from '@kindred/domain';
import { aPhoto, aSourceOf, NOON } from '../builders/a-photo';
import { aJobId, aPackName, aPhotoId } from '../builders/ids';
import { addPhoto, addPhotos, FAILURE, scanned } from './photos';

/** Photos that together have every fact in every form. */
const PHOTOS: readonly (readonly [string, Photo])[] = [
  ['a file that waits', aPhoto()],
  [
    'an object with all that cameras know',
    aPhoto({
      mediaType: 'image/heic',
      original: { kind: 'object', key: 'originals/ab/cd' },
      metadata: {
        takenAt: '2019-07-14T23:59:59.5',
        camera: 'Kamera “Ü” 🙂',
        lens: '50 mm',
        location: { latitude: -33.856_784, longitude: 151.215_297 },
      },
      scan: { state: 'pending', job: aJobId(4), restoreDeleted: true },
    }),
  ],
  [
    'a scanned one',
    aPhoto({ scan: { state: 'scanned', job: aJobId(2), pack: aPackName('other'), at: NOON, faces: 0 } }),
  ],
  ['a failed one', aPhoto({ scan: { state: 'failed', job: aJobId(2), at: NOON, failure: FAILURE } })],
  ['a file of an odd name', aPhoto({ original: { kind: 'file', path: '/Fotos/Zoë ’n\n"Nur" \\ نور.jpg' } })],
];

export function describeAdding(opened: () => PhotoStore): void {
  describe('adding', () => {
    it.each(PHOTOS)('keeps every fact of %s', async (_, photo) => {
      expect(await opened().add(photo, aSourceOf(photo))).toEqual({ added: true });
      expect(await opened().get(photo.id)).toEqual(photo);
      expect(await opened().source(aSourceOf(photo).path)).toEqual(aSourceOf(photo));
    });

    it('the same again adds nothing', async () => {
      const photo = await addPhoto(opened());
      expect(await opened().add(photo, aSourceOf(photo))).toEqual({ added: false });
      expect(await opened().counts()).toEqual({ pending: 1, scanned: 0, failed: 0 });
      expect(await opened().sourcesOf(photo.id)).toEqual([aSourceOf(photo)]);
    });

    it('a known photo from elsewhere adds the source and keeps everything the photo has', async () => {
      const photo = await addPhoto(opened());
      await opened().completeScan(photo.id, scanned());
      const known = await opened().get(photo.id);
      const copy = aPhoto({
        original: { kind: 'file', path: '/copies/1.jpg' },
        metadata: { camera: 'another' },
        ingestedAt: '2027-01-01T00:00:00.000Z',
        scan: { state: 'pending', job: aJobId(9), restoreDeleted: true },
      });
      expect(await opened().add(copy, aSourceOf(copy))).toEqual({ added: false });
      expect(await opened().get(photo.id)).toEqual(known);
      expect(await opened().sourcesOf(photo.id)).toEqual([aSourceOf(copy), aSourceOf(photo)]);
    });

    it('moves an original that was a file to the object that was made of it', async () => {
      const photo = await addPhoto(opened());
      const stored = aPhoto({ original: { kind: 'object', key: 'originals/1' } });
      await opened().add(stored, aSourceOf(photo));
      expect((await opened().get(photo.id))!.original).toEqual(stored.original);
    });

    it('leaves an original that is an object where it is', async () => {
      const original = { kind: 'object', key: 'originals/1' } as const;
      const photo = await addPhoto(opened(), { original });
      const file = aPhoto({ original: { kind: 'file', path: '/photos/1.jpg' } });
      const other = aPhoto({ original: { kind: 'object', key: 'originals/2' } });
      await opened().add(file, aSourceOf(file));
      await opened().add(other, aSourceOf(other));
      expect((await opened().get(photo.id))!.original).toEqual(original);
    });

    it('by many at once adds a photo once and keeps every source', async () => {
      const photo = aPhoto();
      const paths = Array.from({ length: 20 }, (_, index) => `/photos/${String(index).padStart(2, '0')}.jpg`);
      const outcomes = await Promise.all(
        paths.map((path) => opened().add(photo, aSourceOf(photo, { path }))),
      );
      expect(outcomes.filter(({ added }) => added)).toHaveLength(1);
      expect(await opened().counts()).toEqual({ pending: 1, scanned: 0, failed: 0 });
      expect((await opened().sourcesOf(photo.id)).map(({ path }) => path)).toEqual(paths);
    });
  });

  describe('reading', () => {
    it('answers null for what is not there', async () => {
      expect(await opened().get(aPhotoId(404))).toBeNull();
    });

    it('answers those that exist, in the order asked for', async () => {
      const [one, two, three] = await addPhotos(opened(), 1, 2, 3);
      const found = await opened().getMany([three!, aPhotoId(404), one!, two!]);
      expect(found.map(({ id }) => id)).toEqual([three, one, two]);
      expect(await opened().getMany([])).toEqual([]);
    });
  });

  describe('moving an original', () => {
    it('points at the other place and changes nothing else', async () => {
      const photo = await addPhoto(opened());
      const places = [
        { kind: 'object', key: 'originals/1' },
        { kind: 'file', path: '/elsewhere/1.jpg' },
      ] as const;
      for (const original of places) {
        await opened().moveOriginal(photo.id, original);
        await opened().moveOriginal(photo.id, original);
        expect(await opened().get(photo.id)).toEqual({ ...photo, original });
      }
      expect(await opened().sourcesOf(photo.id)).toEqual([aSourceOf(photo)]);
    });

    it('of a photo that is not there does nothing', async () => {
      await opened().moveOriginal(aPhotoId(404), { kind: 'object', key: 'a' });
      expect(await opened().get(aPhotoId(404))).toBeNull();
    });
  });
}
