import type { FaceId, FaceStore, PackName, VectorIndex } from '@kindred/domain';
import { inBatches } from '../library/batches';
import { isIgnored, type StandingFace, standingFaceOf } from '../library/standing-face';

/** So many neighbours an index answers at most. */
const MOST_NEIGHBOURS = 1000;

export interface NearestStores {
  readonly faces: Pick<FaceStore, 'getMany'>;
  readonly vectors: Pick<VectorIndex, 'neighbours'>;
}

/**
 * The faces that are nearest to any of these vectors, `count` of each. Faces that are ignored, or deleted and not erased
 * yet, take nobody's place: where they are among the nearest, more are asked for.
 */
export async function nearestFaces(
  { faces, vectors }: NearestStores,
  pack: PackName,
  queries: readonly Float32Array[],
  { count: wanted, minimumSimilarity }: { readonly count: number; readonly minimumSimilarity: number },
): Promise<readonly StandingFace[]> {
  const shown = new Map<FaceId, StandingFace | null>();
  const nearest = new Set<StandingFace>();
  let open = queries;
  for (let count = wanted; open.length > 0; count = Math.min(4 * count, MOST_NEIGHBOURS)) {
    const answers = await vectors.neighbours(pack, open, { count, minimumSimilarity });
    const met = new Set(answers.flat().map(({ face }) => face));
    for await (const ids of inBatches([...met].filter((id) => !shown.has(id)))) {
      for (const id of ids) shown.set(id, null);
      for (const face of await faces.getMany(ids))
        if (!isIgnored(face)) shown.set(face.id, standingFaceOf(face));
    }
    open = open.filter((_, index) => {
      const answer = answers[index]!;
      const found = answer.flatMap(({ face }) => shown.get(face) ?? []);
      const isShort = found.length < wanted && answer.length === count && count < MOST_NEIGHBOURS;
      if (!isShort) for (const face of found.slice(0, wanted)) nearest.add(face);
      return isShort;
    });
  }
  return [...nearest];
}
