import { KindredError } from '../errors/kindred-error';
import type { PersonId } from '../identity/ids';

/** Two different people, the one with the smaller id first, so that a pair is written in one way only. */
export type PersonPair = readonly [PersonId, PersonId];

/** Two people, named or unknown, who may be one and the same. */
export interface SamePersonQuestion {
  readonly one: PersonId;
  readonly other: PersonId;
  /** More when it is more probable that they are one; any finite number. */
  readonly evidence: number;
}

/** What a human says to a question besides merging the two. */
export type SamePersonAnswer = 'different' | 'later';

/** Who said it, and when, about which two. */
export interface StatementAboutPair {
  readonly one: PersonId;
  readonly other: PersonId;
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** For how long "later" hides a question, in milliseconds. */
export const POSTPONED_FOR = 7 * 24 * 60 * 60 * 1000;

/** The pair of two people in its one order. @throws KindredError `CONFLICT` when they are one. */
export function personPair(one: PersonId, other: PersonId): PersonPair {
  if (one === other) throw new KindredError('CONFLICT', 'These two are one person already.');
  return one < other ? [one, other] : [other, one];
}
