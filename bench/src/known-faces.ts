import type { AnalysedFace, AnalyserPool } from '@kindred/vision';
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

/** The face that the photo is of: large and in the middle. */
function mainFace(faces: readonly AnalysedFace[]): AnalysedFace | undefined {
  const prominence = ({ box }: AnalysedFace) => {
    const x = box.x + box.width / 2 - 0.5;
    const y = box.y + box.height / 2 - 0.5;
    return (box.width * box.height) / (1 + 8 * (x * x + y * y));
  };
  return [...faces].sort((a, b) => prominence(b) - prominence(a))[0];
}
