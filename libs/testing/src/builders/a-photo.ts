import type { Photo, PhotoSource } from '@kindred/domain';
import { aJobId, aPhotoId, type Seed } from './ids';

/** The time at which fixtures happen. */
export const NOON = '2026-01-01T12:00:00.000Z';

/** A photo that waits for detection. */
export function aPhoto(facts: Partial<Photo> & { readonly seed?: Seed } = {}): Photo {
  const { seed = 1, ...given } = facts;
  const id = given.id ?? aPhotoId(seed);
  return {
    id,
    mediaType: 'image/jpeg',
    byteLength: 123_456,
    width: 1600,
    height: 1200,
    original: { kind: 'file', path: `/photos/${seed}.jpg` },
    metadata: {},
    ingestedAt: NOON,
    scan: { state: 'pending', job: aJobId(), restoreDeleted: false },
    ...given,
  };
}

/** Where a photo was found; as a file by default. */
export function aSourceOf(photo: Photo, facts: Partial<PhotoSource> = {}): PhotoSource {
  const path = photo.original.kind === 'file' ? photo.original.path : `upload:${photo.id}.jpg`;
  return {
    path,
    byteLength: photo.byteLength,
    modifiedAt: 1_700_000_000_000.5,
    seenAt: NOON,
    outcome: { state: 'stored', photo: photo.id },
    ...facts,
  };
}

/** A file that could not become a photo. */
export function aFailedSource(path: string, facts: Partial<PhotoSource> = {}): PhotoSource {
  return {
    path,
    byteLength: 0,
    modifiedAt: 1_700_000_000_000,
    seenAt: NOON,
    outcome: { state: 'failed', failure: { code: 'FILE_EMPTY', message: 'The file is empty.' } },
    ...facts,
  };
}
