import type { Face, FaceStanding, PersonId } from '@kindred/domain';

/** What training needs to know of a face: a library of them fits into memory. */
export interface StandingFace extends Pick<Face, 'id' | 'photo' | 'standing'> {
  /** Overall quality in [0, 1]. */
  readonly quality: number;
}

export const standingFaceOf = ({ id, photo, standing, quality }: Face): StandingFace => ({
  id,
  photo,
  standing,
  quality: quality.overall,
});

type Standing = { readonly standing: FaceStanding };

/** Nobody wants to know who an ignored face is: it is out of everything that is learned. */
export const isIgnored = ({ standing }: Standing): boolean => standing.state === 'ignored';

export const isLabeled = ({ standing }: Standing): boolean => standing.state === 'labeled';

/** Whom the trainer said this face is; null when it said nothing, or a human did. */
export const suggestedPersonOf = ({ standing }: Standing): PersonId | null =>
  standing.state === 'labeled' ? null : standing.person;

/** The group of unknown faces that a face is in; null when it is in none. */
export const groupOf = ({ standing }: Standing): PersonId | null =>
  standing.state === 'unknown' ? standing.person : null;
