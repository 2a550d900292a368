import { type PersonId, type PersonWithCounts } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** Somebody who is in the same photos. */
export interface Companion {
  readonly person: PersonWithCounts;
  readonly photoCount: number;
}

/** Newest faces of a person in whose photos others are counted: so many photos are read quickly. */
const MOST_FACES = 300;

/** Named people who are in photos with a person, most often first. */
export async function peopleTogether(
  { faces, people }: Pick<Ports, 'faces' | 'people'>,
  person: PersonId,
  count: number,
): Promise<readonly Companion[]> {
  const { items } = await faces.list({ person, sort: 'DATE', limit: MOST_FACES });
  const photos = new Map<PersonId, number>();
  for (const photo of new Set(items.map((face) => face.photo))) {
    const others = new Set((await faces.ofPhoto(photo)).map(({ standing }) => standing.person));
    for (const other of others)
      if (other !== null && other !== person) photos.set(other, (photos.get(other) ?? 0) + 1);
  }
  const found = await people.getMany([...photos.keys()]);
  return found
    .filter(({ identity }) => identity.kind === 'named')
    .map((companion) => ({ person: companion, photoCount: photos.get(companion.id)! }))
    .sort((one, other) => other.photoCount - one.photoCount)
    .slice(0, count);
}
