import DataLoader from 'dataloader';
import type { Face, FaceId, PersonId, PersonWithCounts, Photo, PhotoId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** What the resolvers of one request share: each face, person or photo is read once. */
export interface GraphContext {
  readonly faces: DataLoader<FaceId, Face | null>;
  readonly people: DataLoader<PersonId, PersonWithCounts | null>;
  readonly photos: DataLoader<PhotoId, Photo | null>;
}

export function createContext({
  faces,
  people,
  photos,
}: Pick<Ports, 'faces' | 'people' | 'photos'>): GraphContext {
  return {
    faces: loaderOf((ids) => faces.getMany(ids)),
    people: loaderOf((ids) => people.getMany(ids)),
    photos: loaderOf((ids) => photos.getMany(ids)),
  };
}

const LARGEST_BATCH = 500;

function loaderOf<Id extends string, T extends { readonly id: Id }>(
  read: (ids: readonly Id[]) => Promise<readonly T[]>,
): DataLoader<Id, T | null> {
  return new DataLoader<Id, T | null>(
    async (ids) => {
      const found = new Map((await read(ids)).map((item) => [item.id, item]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { maxBatchSize: LARGEST_BATCH },
  );
}
