import type { PhotoStore } from '@kindred/domain';
import { aFailedSource, aPhoto, aSourceOf } from '../builders/a-photo';
import { aPhotoId } from '../builders/ids';
import { addPhoto, FAILURE } from './photos';

export function describeSources(opened: () => PhotoStore): void {
  describe('sources', () => {
    it('are unknown until they are seen', async () => {
      expect(await opened().source('/photos/never.jpg')).toBeNull();
      expect(await opened().sourcesOf(aPhotoId(404))).toEqual([]);
    });

    it('take what was seen of them last', async () => {
      const photo = await addPhoto(opened());
      const newer = aSourceOf(photo, {
        byteLength: 7,
        modifiedAt: 1_800_000_000_000.25,
        seenAt: '2026-05-01T00:00:00.000Z',
      });
      await opened().add(photo, newer);
      expect(await opened().source(newer.path)).toEqual(newer);
      expect(await opened().sourcesOf(photo.id)).toEqual([newer]);
    });

    it('that could not become a photo are kept with the reason', async () => {
      const source = aFailedSource('/photos/empty.jpg', { outcome: { state: 'failed', failure: FAILURE } });
      await opened().recordFailedSource(source);
      await opened().recordFailedSource(source);
      expect(await opened().source(source.path)).toEqual(source);
      expect(await opened().failureCount()).toBe(1);
    });

    it('become a photo once they can', async () => {
      const photo = aPhoto();
      await opened().recordFailedSource(aFailedSource(aSourceOf(photo).path));
      await opened().add(photo, aSourceOf(photo));
      expect(await opened().source(aSourceOf(photo).path)).toEqual(aSourceOf(photo));
      expect(await opened().failureCount()).toBe(0);
    });

    it('that break stop being a source of their photo, which stays', async () => {
      const photo = await addPhoto(opened());
      const broken = aFailedSource(aSourceOf(photo).path);
      await opened().recordFailedSource(broken);
      expect(await opened().source(broken.path)).toEqual(broken);
      expect(await opened().sourcesOf(photo.id)).toEqual([]);
      expect(await opened().get(photo.id)).toEqual(photo);
    });

    it('that are overwritten by another photo belong to that one', async () => {
      const before = await addPhoto(opened(), { seed: 1 });
      const after = aPhoto({ seed: 2, original: before.original });
      await opened().add(after, aSourceOf(after));
      expect(await opened().sourcesOf(before.id)).toEqual([]);
      expect(await opened().sourcesOf(after.id)).toEqual([aSourceOf(after)]);
      expect(await opened().counts()).toEqual({ pending: 2, scanned: 0, failed: 0 });
    });

    it('are forgotten, with their failures, while the photo stays', async () => {
      const photo = await addPhoto(opened());
      await opened().recordFailedSource(aFailedSource('/photos/empty.jpg'));
      for (const path of [aSourceOf(photo).path, '/photos/empty.jpg', '/photos/never.jpg']) {
        await opened().forgetSource(path);
        await opened().forgetSource(path);
        expect(await opened().source(path)).toBeNull();
      }
      expect(await opened().failureCount()).toBe(0);
      expect(await opened().get(photo.id)).toEqual(photo);
      expect(await opened().sourcesOf(photo.id)).toEqual([]);
    });

    it('tell apart paths that differ in case, accents or their composition', async () => {
      const paths = ['/a/é.jpg', '/a/e\u0301.jpg', '/a/É.jpg', '/a/e.jpg', '/a/e.jpg '];
      for (const path of paths) await opened().recordFailedSource(aFailedSource(path));
      for (const path of paths) expect((await opened().source(path))!.path).toBe(path);
      expect(await opened().failureCount()).toBe(paths.length);
    });
  });
}
