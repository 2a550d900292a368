import type { Ports } from '@kindred/platform';

/** How much there is of everything. */
export async function readStats({
  photos,
  faces,
  people,
  questions,
}: Pick<Ports, 'photos' | 'faces' | 'people' | 'questions'>) {
  const [photo, face, person, failures, open] = await Promise.all([
    photos.counts(),
    faces.counts(),
    people.counts(),
    photos.failureCount(),
    questions.count(),
  ]);
  return {
    photos: { ...photo, total: photo.pending + photo.scanned + photo.failed },
    faces: { ...face, total: face.labeled + face.inferred + face.unknown },
    people: person,
    failures,
    questions: open,
  };
}
