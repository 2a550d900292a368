import {
  MOST_ALIASES,
  normaliseAliases,
  type PersonDetails,
  type PersonId,
  personNameKey,
  type PersonWithCounts,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { mergedInto } from './merges';
import { keepNames } from './person-names';
import { findPerson } from './person-rows';

/** What somebody who is part of another was known by, and what of it went over. */
interface MergedDetails {
  readonly details: PersonDetails;
  readonly aliasesHandedOver: readonly string[];
  readonly birthDateHandedOver: boolean;
}

/**
 * Gives whom somebody became part of what that one has not got: aliases, where it has a name, and the birth date. To be
 * called when the former person is removed and the merge is recorded.
 * @param now milliseconds since 1970.
 */
export function handOverDetails(
  connection: Connection,
  { id, aliases, birthDate, hidden }: PersonWithCounts,
  into: PersonId,
  now: number,
): void {
  const target = findPerson(connection, into);
  if (target === null) return;
  const { identity } = target;
  let aliasesHandedOver: readonly string[] = [];
  if (identity.kind === 'named' && aliases.length > 0) {
    const all = [...target.aliases, ...aliases].slice(0, MOST_ALIASES);
    const kept = normaliseAliases(all, identity.name);
    aliasesHandedOver = kept.slice(target.aliases.length);
    keepNames(connection, into, identity.name, kept);
  }
  connection.run(
    'UPDATE people SET birth_date = coalesce(birth_date, ?), changed = max(changed, ?) WHERE id = ?',
    birthDate,
    now,
    into,
  );
  const merged: MergedDetails = {
    details: { aliases, birthDate, hidden },
    aliasesHandedOver,
    birthDateHandedOver: target.birthDate === null && birthDate !== null,
  };
  connection.run('UPDATE merges SET details = ? WHERE merged = ?', JSON.stringify(merged), id);
}

/**
 * Takes back what went over from somebody who is still part of another, as far as it is there as it came; answers what
 * the former person is known by then. Aliases that were given up or taken meanwhile do not come back.
 */
export function takeBackDetails(connection: Connection, id: PersonId): Partial<PersonDetails> {
  const sql = 'SELECT details FROM merges WHERE merged = ?';
  const stored = connection.get<{ details: string | null }>(sql, id)?.details ?? null;
  if (stored === null) return {};
  const { details, aliasesHandedOver, birthDateHandedOver } = JSON.parse(stored) as MergedDetails;
  const into = mergedInto(connection, id);
  const holder = findPerson(connection, into);
  if (holder !== null) {
    const given = new Set(aliasesHandedOver.map(personNameKey));
    const left = holder.aliases.filter((alias) => !given.has(personNameKey(alias)));
    if (holder.identity.kind === 'named' && left.length < holder.aliases.length)
      keepNames(connection, into, holder.identity.name, left);
    if (birthDateHandedOver && holder.birthDate === details.birthDate)
      connection.run('UPDATE people SET birth_date = NULL WHERE id = ?', into);
  }
  return { ...details, aliases: details.aliases.filter((alias) => isFree(connection, alias)) };
}

function isFree(connection: Connection, alias: string): boolean {
  const sql = 'SELECT 1 FROM people WHERE name_key = ?1 UNION ALL SELECT 1 FROM aliases WHERE key = ?1';
  return connection.get(sql, personNameKey(alias)) === undefined;
}
