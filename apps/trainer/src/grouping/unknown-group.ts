import { type Calibration, confidenceOf } from '@kindred/clustering';
import type { FaceId, PersonId, Suggestion } from '@kindred/domain';

/** Faces of somebody nobody named. */
export interface UnknownGroup {
  /** The unknown person they were before; null for a group that is new. */
  readonly person: PersonId | null;
  readonly faces: readonly GroupedFace[];
}

export interface GroupedFace {
  readonly face: FaceId;
  /** Mean cosine similarity with the others of the group. */
  readonly similarity: number;
}

/** The suggestions that put the faces of a group with its person. */
export const suggestionsOf = (
  person: PersonId,
  { faces }: UnknownGroup,
  calibration: Calibration,
): readonly Suggestion[] =>
  faces.map(({ face, similarity }) => ({ face, person, confidence: confidenceOf(similarity, calibration) }));
