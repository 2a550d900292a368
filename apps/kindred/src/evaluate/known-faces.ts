import { toFailure } from '@kindred/domain';
import { mainFace, type PhotoAnalyser } from '@kindred/vision';
import type { PersonPhotos, PhotoFailure } from './people-folder';

/** A face and who it really is. */
export interface KnownFace {
  /** The place of the person among all people. */
  readonly person: number;
  readonly embedding: Float32Array;
  /** Overall quality, in [0, 1]. */
  readonly quality: number;
}

export interface KnownFaces {
  /** One a photo, in the order of people and their photos. */
  readonly faces: readonly KnownFace[];
  /** Paths of the photos in which no face was found. */
  readonly without: readonly string[];
  readonly failures: readonly PhotoFailure[];
}

export interface Finding {
  /** What finds faces, and how many photos keep it busy. */
  readonly analyser: Pick<PhotoAnalyser, 'analyse'>;
  readonly capacity: number;
  readonly signal?: AbortSignal;
  readonly onPhoto?: (done: number, total: number) => void;
}

type Found = { readonly face: KnownFace | null } | { readonly failure: PhotoFailure };

/**
 * Finds the main face of each photo, which is the only one of which it is known who it is. What cannot be read is
 * listed and does not stop it.
 * @throws the signal's reason when it is aborted, once the photos that had begun are through.
 */
export async function findKnownFaces(people: readonly PersonPhotos[], finding: Finding): Promise<KnownFaces> {
  const photos = people.flatMap(({ photos }, person) => photos.map((path) => ({ person, path })));
  const found = new Array<Found>(photos.length);
  const waiting = photos.entries();
  let done = 0;
  const findOnes = async () => {
    for (const [place, { person, path }] of waiting) {
      finding.signal?.throwIfAborted();
      found[place] = await find(finding.analyser, person, path);
      finding.onPhoto?.((done += 1), photos.length);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: finding.capacity }, findOnes));
  const stopped = ends.find((end) => end.status === 'rejected');
  if (stopped !== undefined) throw stopped.reason;
  return {
    faces: found.flatMap((one) => ('face' in one && one.face !== null ? [one.face] : [])),
    without: photos.filter((_, place) => isWithoutFace(found[place])).map(({ path }) => path),
    failures: found.flatMap((one) => ('failure' in one ? [one.failure] : [])),
  };
}

async function find(analyser: Finding['analyser'], person: number, path: string): Promise<Found> {
  try {
    const face = mainFace((await analyser.analyse(path)).faces);
    if (face === undefined) return { face: null };
    return { face: { person, embedding: face.embedding, quality: face.quality.overall } };
  } catch (error) {
    return { failure: { path, ...toFailure(error) } };
  }
}

const isWithoutFace = (found: Found) => 'face' in found && found.face === null;
