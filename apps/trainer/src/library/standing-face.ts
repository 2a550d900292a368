import type { Face, FaceStanding, PersonId } from '@kindred/domain';

/** What training needs to know of a face: a library of them fits into memory. */
export type StandingFace = Pick<Face, 'id' | 'photo' | 'standing'>;

export const standingFaceOf = ({ id, photo, standing }: Face): StandingFace => ({ id, photo, standing });

export const isLabeled = (face: StandingFace): boolean => face.standing.state === 'labeled';

/** Whom the trainer said this face is; null when it said nothing, or a human did. */
export const suggestedPersonOf = ({ standing }: StandingFace): PersonId | null =>
  standing.state === 'labeled' ? null : standing.person;

/** The group of unknown faces that a face is in; null when it is in none. */
export const groupOf = ({ standing }: { readonly standing: FaceStanding }): PersonId | null =>
  standing.state === 'unknown' ? standing.person : null;
