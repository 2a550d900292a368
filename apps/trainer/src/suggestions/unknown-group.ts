import type { FaceId, PersonId, Suggestion } from '@kindred/domain';

/** Faces of somebody nobody named. */
export interface UnknownGroup {
  /** The unknown person they were before; null for a group that is new. */
  readonly person: PersonId | null;
  readonly faces: readonly GroupedFace[];
}

export interface GroupedFace {
  readonly face: FaceId;
  /** Probability that it belongs to the others. */
  readonly confidence: number;
}

/** The suggestions that put the faces of a group with its person. */
export const suggestionsOf = (person: PersonId, { faces }: UnknownGroup): readonly Suggestion[] =>
  faces.map(({ face, confidence }) => ({ face, person, confidence }));
