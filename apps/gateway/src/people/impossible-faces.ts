import { type Face, lifeSpan, type PersonWithCounts } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** Faces looked at on each side of a life, since photos without a date of their own do not count. */
const MOST_LOOKED_AT = 500;

/** Faces in photos that were taken before somebody was born or when nobody lives any more, the farthest first. */
export async function impossibleFaces(
  { faces, photos }: Pick<Ports, 'faces' | 'photos'>,
  { id, birthDate }: PersonWithCounts,
  count: number,
): Promise<readonly Face[]> {
  if (birthDate === null) return [];
  const { from, to } = lifeSpan(birthDate);
  const look = { person: id, limit: MOST_LOOKED_AT } as const;
  const [before, after] = await Promise.all([
    faces.list({ ...look, sort: 'OLDEST', taken: { before: new Date(from).toISOString() } }),
    faces.list({ ...look, sort: 'DATE', taken: { from: new Date(to).toISOString() } }),
  ]);
  const all = [...before.items, ...after.items];
  const dated = new Set(
    (await photos.getMany([...new Set(all.map(({ photo }) => photo))]))
      .filter(({ metadata }) => metadata.takenAt !== undefined)
      .map((photo) => photo.id),
  );
  return all.filter(({ photo }) => dated.has(photo)).slice(0, count);
}
