import { KindredError } from '../errors/kindred-error';
import type { BirthDate } from './birth-date';
import { normalisePersonName, personNameKey } from './person';

/** What is known of somebody besides a name. */
export interface PersonDetails {
  /** Other names, by which this person is found as by the name; nobody else has one of them. */
  readonly aliases: readonly string[];
  readonly birthDate: BirthDate | null;
  /** Not shown among people unless somebody looks for the hidden ones or for the name. */
  readonly hidden: boolean;
}

export const NO_DETAILS: PersonDetails = { aliases: [], birthDate: null, hidden: false };

/** So many aliases somebody has at most. */
export const MOST_ALIASES = 50;

/**
 * Other names of somebody as they are stored: each once, and not the name itself.
 * @throws KindredError `NAME_INVALID`, also for more than 50.
 */
export function normaliseAliases(raw: readonly string[], name: string): readonly string[] {
  const seen = new Set([personNameKey(name)]);
  const aliases = raw.map(normalisePersonName).filter((alias) => {
    const key = personNameKey(alias);
    return !seen.has(key) && seen.add(key);
  });
  if (aliases.length <= MOST_ALIASES) return aliases;
  throw new KindredError('NAME_INVALID', `Nobody has more than ${MOST_ALIASES} other names.`, {
    hint: 'Keep those that somebody would search by.',
  });
}
