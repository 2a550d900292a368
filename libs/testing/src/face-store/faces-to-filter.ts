import { type Face, type FaceFilter, type FaceObservation, instantOf, type PhotoId } from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aPhoto, aSourceOf } from '../builders/a-photo';
import { aFaceId, aPhotoId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { ANNA, BEN, project, SOMEBODY, suggest } from './faces';

const FOLDERS = ['/photos', '/photos/2019', '/photos/2019/sea', '/photos/20190', '/other'];
export const FACES = 60;

export const folderOf = (number: number): string => FOLDERS[number % FOLDERS.length]!;

/** Faces in several folders, months, qualities and states, of photos that have them alone. */
export async function fillForFilters({ photos, faces, people }: LibraryStores): Promise<void> {
  for (const person of [ANNA, BEN, SOMEBODY]) await people.create(person);
  const numbers = Array.from({ length: FACES }, (_, number) => number);
  await Promise.all(
    numbers.map((seed) => {
      const photo = aPhoto({ seed });
      return photos.add(photo, aSourceOf(photo, { path: `${folderOf(seed)}/${seed}.jpg` }));
    }),
  );
  await faces.upsert(numbers.map(faceNumber));
  for (const number of numbers.filter((one) => one % 4 === 0))
    await project(faces, aFaceId(number), { assigned: number % 8 === 0 ? ANNA.id : BEN.id });
  for (const number of numbers.filter((one) => one % 4 === 1 || one % 4 === 2))
    await suggest(
      faces,
      number % 8 === 2 ? SOMEBODY.id : ANNA.id,
      [aFaceId(number)],
      ((number * 7) % 21) / 20,
    );
}

function faceNumber(number: number): FaceObservation {
  return aFace({
    seed: number,
    photo: aPhotoId(number),
    photoDate: new Date(Date.UTC(2019, (number * 5) % 14, 1 + (number % 3) * 13)).toISOString(),
    quality: { overall: ((number * 3) % 11) / 10, size: 1, sharpness: 1, pose: 1 },
  });
}

/** The number of the photo that a face is in, as `fill` numbers them. */
export const NUMBERS = new Map<PhotoId, number>(
  Array.from({ length: FACES }, (_, number) => [aPhotoId(number), number]),
);

/** What a filter means, said slowly. */
export function matches({ standing, photoDate, quality, photo }: Face, filter: FaceFilter): boolean {
  const { state, person, confidence, taken, folder, minimumQuality } = filter;
  const { from = 0, to = 1 } = confidence ?? {};
  const isSure = standing.state === 'inferred' && standing.confidence >= from && standing.confidence <= to;
  const at = instantOf(photoDate);
  return (
    (state === undefined || standing.state === state) &&
    (person === undefined || standing.person === person) &&
    (confidence === undefined || isSure) &&
    (taken?.from === undefined || at >= instantOf(taken.from)) &&
    (taken?.before === undefined || at < instantOf(taken.before)) &&
    (folder === undefined || `${folderOf(NUMBERS.get(photo)!)}/`.startsWith(`${folder}/`)) &&
    (minimumQuality === undefined || quality.overall >= minimumQuality)
  );
}
