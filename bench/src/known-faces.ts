import { type AnalysedFace, type AnalyserPool, mainFace } from '@kindred/vision';
import type { PersonPhotos } from './data';

/** A face and who it really is. */
export interface KnownFace {
  readonly person: string;
  readonly photo: string;
  readonly face: AnalysedFace;
}

/** The face that each photo is of, and the photos in which none was found. */
export async function knownFaces(
  pool: AnalyserPool,
  people: readonly PersonPhotos[],
): Promise<{ faces: KnownFace[]; without: string[] }> {
  const faces: KnownFace[] = [];
  const without: string[] = [];
  const photos = people.flatMap(({ person, photos }) => photos.map((photo) => ({ person, photo })));
  const analyses = await Promise.all(photos.map(({ photo }) => pool.analyse(photo)));
  photos.forEach(({ person, photo }, i) => {
    const face = mainFace(analyses[i]!.faces);
    if (face) faces.push({ person, photo, face });
    else without.push(photo);
  });
  return { faces, without };
}
