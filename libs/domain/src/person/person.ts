import type { FaceId, PersonId } from '../identity/ids';
import { KindredError } from '../errors/kindred-error';
import type { PersonDetails } from './person-details';

/** Somebody the user named, or a group of faces the trainer found. */
export interface Person {
  readonly id: PersonId;
  readonly identity: PersonIdentity;
  /** The face shown for this person; chosen by quality when null. */
  readonly cover: FaceId | null;
  readonly createdAt: string;
}

export type PersonIdentity =
  { readonly kind: 'named'; readonly name: string } | { readonly kind: 'unknown'; readonly number: number };

/** How many faces a person has in each state. */
export interface PersonCounts {
  readonly labeled: number;
  readonly inferred: number;
  readonly unknown: number;
}

/** A person with everything that is known of it. */
export type PersonWithCounts = Person &
  PersonDetails & {
    readonly counts: PersonCounts;
    /** When a name, another detail or a label of this person last changed, ISO 8601. */
    readonly changedAt: string;
  };

/** Characters of the longest name. */
export const LONGEST_NAME = 200;

/**
 * A name as it is stored: Unicode NFC, outer white space trimmed and inner white space single.
 * @throws KindredError `NAME_INVALID` when nothing is left, it exceeds 200 characters or has control characters.
 */
export function normalisePersonName(raw: string): string {
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '')
    throw new KindredError('NAME_INVALID', 'A name cannot be empty.', { hint: 'Type a name.' });
  if (name.length > LONGEST_NAME) {
    throw new KindredError('NAME_INVALID', `A name cannot be longer than ${LONGEST_NAME} characters.`, {
      hint: 'Use a shorter name.',
    });
  }
  if (/\p{Cc}/u.test(name)) {
    throw new KindredError('NAME_INVALID', 'A name cannot contain control characters.', {
      hint: 'Retype the name.',
    });
  }
  return name;
}

/** Names with equal keys are the same name: case and compatibility forms do not tell people apart. */
export function personNameKey(name: string): string {
  return comparable(normalisePersonName(name));
}

/** A part of a name, which may be anything that somebody types, as it occurs in name keys; empty for white space. */
export function personSearchKey(part: string): string {
  return comparable(part);
}

/** Composed again at the end, since letters exist that are composed in lower case only; a sigma is one wherever it stands. */
function comparable(text: string): string {
  const lower = text.normalize('NFKC').toLocaleLowerCase('und').replaceAll('ς', 'σ');
  return lower.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
