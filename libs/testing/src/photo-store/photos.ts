import type { Failure, Photo, PhotoId, PhotoStore } from '@kindred/domain';
import { aPhoto, aSourceOf, NOON } from '../builders/a-photo';
import { aJobId, aPackName, type Seed } from '../builders/ids';

export const FAILURE: Failure = {
  code: 'IMAGE_CORRUPT',
  message: 'The image ends in the middle.',
  hint: 'Copy it again.',
};

/** Adds a photo with one source, and returns it. */
export async function addPhoto(
  photos: PhotoStore,
  facts: Partial<Photo> & { readonly seed?: Seed } = {},
): Promise<Photo> {
  const photo = aPhoto(facts);
  await photos.add(photo, aSourceOf(photo));
  return photo;
}

/** Adds photos with these seeds, and returns their ids. */
export async function addPhotos(photos: PhotoStore, ...seeds: readonly Seed[]): Promise<PhotoId[]> {
  const added: PhotoId[] = [];
  for (const seed of seeds) added.push((await addPhoto(photos, { seed })).id);
  return added;
}

export const scanned = (seed: Seed = 1) => ({ job: aJobId(seed), pack: aPackName(), faces: 2, at: NOON });
export const failed = (seed: Seed = 1) => ({ job: aJobId(seed), failure: FAILURE, at: NOON });
