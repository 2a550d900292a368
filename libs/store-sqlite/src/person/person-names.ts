import {
  KindredError,
  namePieces,
  normaliseAliases,
  type Person,
  type PersonId,
  personNameKey,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

/** @throws KindredError `NAME_TAKEN` when it is the name or an alias of somebody else. */
export function refuseTakenName(connection: Connection, person: PersonId, name: string): void {
  const taken = connection.get<{ name: string }>(
    `SELECT name FROM people WHERE name_key = ?1 AND id <> ?2
     UNION ALL
     SELECT people.name FROM aliases JOIN people ON people.id = aliases.person
       WHERE aliases.key = ?1 AND aliases.person <> ?2`,
    personNameKey(name),
    person,
  );
  if (taken === undefined) return;
  const isTheirName = personNameKey(taken.name) === personNameKey(name);
  throw new KindredError(
    'NAME_TAKEN',
    isTheirName ? `There is already somebody named ${name}.` : `${taken.name} is also called ${name}.`,
    { hint: 'Choose that person instead, or use another name.' },
  );
}

/** Makes a named person found by the name and the aliases, which belong to nobody else, and by nothing else. */
export function keepNames(
  connection: Connection,
  person: PersonId,
  name: string,
  aliases: readonly string[],
): void {
  const keys = aliases.map(personNameKey);
  connection.run('DELETE FROM aliases WHERE person = ?', person);
  connection.run('INSERT INTO aliases SELECT value, ? FROM json_each(?)', person, JSON.stringify(keys));
  connection.run('DELETE FROM name_pieces WHERE person = ?', person);
  const pieces = new Set([name, ...aliases].flatMap((each) => [...namePieces(each)]));
  connection.run(
    'INSERT INTO name_pieces SELECT value, ? FROM json_each(?)',
    person,
    JSON.stringify([...pieces]),
  );
  connection.run(
    'UPDATE people SET aliases = ?, search_keys = ? WHERE id = ?',
    JSON.stringify(aliases),
    [personNameKey(name), ...keys].join('\n'),
    person,
  );
}

/**
 * Gives a person these aliases and no others.
 * @throws KindredError `NAME_TAKEN`, `NAME_INVALID`, or `CONFLICT` for somebody without a name.
 */
export function changeAliases(
  connection: Connection,
  { id, identity }: Pick<Person, 'id' | 'identity'>,
  aliases: readonly string[],
): void {
  if (identity.kind === 'unknown') {
    throw new KindredError('CONFLICT', 'Somebody without a name has no other names either.', {
      hint: 'Name the person first.',
    });
  }
  const stored = normaliseAliases(aliases, identity.name);
  for (const alias of stored) refuseTakenName(connection, id, alias);
  keepNames(connection, id, identity.name, stored);
}

/** Makes a person found by no name any more. */
export function forgetNames(connection: Connection, person: PersonId): void {
  connection.run('DELETE FROM aliases WHERE person = ?', person);
  connection.run('DELETE FROM name_pieces WHERE person = ?', person);
  connection.run(`UPDATE people SET aliases = '[]', search_keys = NULL WHERE id = ?`, person);
}
