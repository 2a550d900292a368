import { type Face } from '../faces/face-criteria';
import { type SimilarFace } from './face-search';

/** Faces that look alike, of one person, or of nobody. */
export interface SimilarPerson {
  person: Face['person'];
  /** Of the face that is most alike. */
  confidence: number;
  faces: readonly SimilarFace[];
}

/** Less probable than this, a face is somebody else. */
export const LEAST_CONFIDENCE = 0.2;

/** The faces by person, the most alike first; faces of nobody stand together at the end. */
export function similarPeople(similar: readonly SimilarFace[]): SimilarPerson[] {
  const groups = new Map<string | null, SimilarFace[]>();
  for (const found of similar) {
    if (found.confidence < LEAST_CONFIDENCE) continue;
    const id = found.face.person?.id ?? null;
    groups.set(id, [...(groups.get(id) ?? []), found]);
  }
  return [...groups.values()]
    .map((faces) => faces.sort((one, other) => other.confidence - one.confidence))
    .map((faces) => ({ person: faces[0]!.face.person, confidence: faces[0]!.confidence, faces }))
    .sort(
      (one, other) =>
        Number(one.person === null) - Number(other.person === null) || other.confidence - one.confidence,
    );
}
