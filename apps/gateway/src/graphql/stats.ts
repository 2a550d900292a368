import type { Ports } from '@kindred/platform';

/** How much there is of everything. */
export async function readStats({ photos, faces, people }: Pick<Ports, 'photos' | 'faces' | 'people'>) {
  const [photo, face, person, failures] = await Promise.all([
    photos.counts(),
    faces.counts(),
    people.counts(),
    photos.failureCount(),
  ]);
  return {
    photos: { ...photo, total: photo.pending + photo.scanned + photo.failed },
    faces: { ...face, total: face.labeled + face.inferred + face.unknown },
    people: person,
    failures,
  };
}
