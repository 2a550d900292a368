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
  /** Whoever is less like anybody than this, as cosine similarity, is a stranger and stays unknown. */
  readonly minimumSimilarity: number;
  /** People who are already labeled in a photo: nobody is twice in one photo. */
  readonly labeledIn: (photo: PhotoId) => ReadonlySet<PersonId>;
}

/**
 * Suggests a named person for each face that is enough like one, by its most similar labeled face. No suggestion
 * contradicts a rejection, names somebody already labeled in the photo, or names one person twice in one photo:
 * there the more confident face wins and the other falls back to its next candidate.
 */
export function matchFaces(probes: readonly Probe[], options: MatchOptions): Suggestion[] {
  const candidates = probes.flatMap((probe) => candidatesOf(probe, options)).sort(byRank);
  const suggestions = new Map<FaceId, Suggestion>();
  const taken = new Set<string>();
  for (const { face, person, similarity, photo } of candidates) {
    const place = `${photo}/${person}`;
    if (suggestions.has(face) || taken.has(place)) continue;
    taken.add(place);
    suggestions.set(face, { face, person, confidence: confidenceOf(similarity, options.calibration) });
  }
  return [...suggestions.values()];
}

interface Candidate {
  readonly face: FaceId;
  readonly photo: PhotoId;
  readonly person: PersonId;
  readonly similarity: number;
}

/** By similarity, which tells apart what confidence near 1 no longer does; then by ids, so that ties are no chance. */
function byRank(one: Candidate, other: Candidate): number {
  if (one.similarity !== other.similarity) return other.similarity - one.similarity;
  if (one.face !== other.face) return one.face < other.face ? -1 : 1;
  return one.person < other.person ? -1 : 1;
}

function candidatesOf(
  { face, photo, rejected, neighbours }: Probe,
  { minimumSimilarity, labeledIn }: MatchOptions,
): Candidate[] {
  const excluded = labeledIn(photo);
  const best = new Map<PersonId, number>();
  for (const { person, similarity } of neighbours) {
    if (rejected.has(person) || excluded.has(person)) continue;
    if (similarity > (best.get(person) ?? -Infinity)) best.set(person, similarity);
  }
  return [...best]
    .filter(([, similarity]) => similarity >= minimumSimilarity)
    .map(([person, similarity]) => ({ face, photo, person, similarity }));
}
