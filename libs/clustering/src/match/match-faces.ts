import type { FaceId, PersonId, PhotoId, Suggestion } from '@kindred/domain';
import { type Calibration, confidenceOf } from '../confidence/confidence';

/** An unlabeled face with the labeled faces that are most like it. */
export interface Probe {
  readonly face: FaceId;
  readonly photo: PhotoId;
  /** People that a human said this face is not. */
  readonly rejected: ReadonlySet<PersonId>;
  readonly neighbours: readonly { readonly person: PersonId; readonly similarity: number }[];
}

export interface MatchOptions {
  readonly calibration: Calibration;
  /** Suggestions below this confidence are not made: a stranger stays unknown. */
  readonly minimumConfidence: number;
  /** People who are already labeled in a photo: nobody is twice in one photo. */
  readonly labeledIn: (photo: PhotoId) => ReadonlySet<PersonId>;
}

/**
 * Suggests a named person for each face that is enough like one, by its most similar labeled face. No suggestion
 * contradicts a rejection, names somebody already labeled in the photo, or names one person twice in one photo:
 * there the more confident face wins and the other falls back to its next candidate.
 */
export function matchFaces(probes: readonly Probe[], options: MatchOptions): Suggestion[] {
  const candidates = probes
    .flatMap((probe) => candidatesOf(probe, options))
    .sort((a, b) => b.confidence - a.confidence || (a.face < b.face ? -1 : 1));
  const suggestions = new Map<FaceId, Suggestion>();
  const taken = new Set<string>();
  for (const { face, person, confidence, photo } of candidates) {
    const place = `${photo}/${person}`;
    if (suggestions.has(face) || taken.has(place)) continue;
    taken.add(place);
    suggestions.set(face, { face, person, confidence });
  }
  return [...suggestions.values()];
}

function candidatesOf(
  { face, photo, rejected, neighbours }: Probe,
  { calibration, minimumConfidence, labeledIn }: MatchOptions,
): (Suggestion & { readonly photo: PhotoId })[] {
  const excluded = labeledIn(photo);
  const best = new Map<PersonId, number>();
  for (const { person, similarity } of neighbours) {
    if (rejected.has(person) || excluded.has(person)) continue;
    if (similarity > (best.get(person) ?? -Infinity)) best.set(person, similarity);
  }
  return [...best]
    .map(([person, similarity]) => ({ face, photo, person, confidence: confidenceOf(similarity, calibration) }))
    .filter(({ confidence }) => confidence >= minimumConfidence);
}
