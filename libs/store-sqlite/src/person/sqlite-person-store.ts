import {
  type Clock,
  type FaceId,
  inAskedOrder,
  instantOf,
  KindredError,
  type NameInitial,
  NO_DETAILS,
  normaliseAliases,
  normalisePersonName,
  type Page,
  type Person,
  type PersonDetails,
  type PersonId,
  personNameKey,
  type PersonQuery,
  type PersonStore,
  type PersonWithCounts,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { readPage } from '../database/page-query';
import { partSuggestions, restateSuggestions } from '../face/suggestions';
import { restateDifferences } from '../question/differences';
import { bringBackPairs, movePairs } from '../question/pairs';
import { alikePeople } from './alike-people';
import { initialsOf } from './initials';
import { handOverDetails, takeBackDetails } from './merged-details';
import { everybodyIn, forgetMerge, mergedInto, recordMerge } from './merges';
import { changeAliases, forgetNames, keepNames, refuseTakenName } from './person-names';
import { personListQuery } from './person-queries';
import { findPerson, personOf, type PersonRow } from './person-rows';

/** The index of sizes leads to them. */
const SMALL_UNKNOWN = `SELECT * FROM people WHERE listed_as = 'unknown' AND size < ? AND labeled = 0
  ORDER BY size, seq LIMIT ?`;

export class SqlitePersonStore implements PersonStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  create(person: Person & Partial<PersonDetails>): Promise<void> {
    return this.database.write((connection) => {
      if (mergedInto(connection, person.id) !== person.id) return;
      insertPerson(connection, person);
      // Suggestions for somebody who does not exist yet are rare and few, so this needs no turns.
      for (const _ of restateSuggestions(connection, person.id));
    });
  }

  async get(id: PersonId): Promise<PersonWithCounts | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  getMany(ids: readonly PersonId[]): Promise<readonly PersonWithCounts[]> {
    return this.database.read((connection) => {
      const sql = 'SELECT * FROM people WHERE id IN (SELECT value FROM json_each(?))';
      return inAskedOrder(ids, connection.all<PersonRow>(sql, JSON.stringify(ids)).map(personOf));
    });
  }

  findByName(name: string): Promise<PersonWithCounts | null> {
    return this.database.read((connection) => {
      const row = connection.get<PersonRow>(BY_NAME, personNameKey(name));
      return row === undefined ? null : personOf(row);
    });
  }

  list(query: PersonQuery): Promise<Page<PersonWithCounts>> {
    return this.database.read((connection) => readPage(connection, personListQuery(query), query, personOf));
  }

  initials(query: Pick<PersonQuery, 'search' | 'withHidden'>): Promise<readonly NameInitial[]> {
    return this.database.readLong((connection) => initialsOf(connection, query));
  }

  alike(typed: string, limit: number): Promise<readonly PersonWithCounts[]> {
    return this.database.read((connection) => alikePeople(connection, typed, limit));
  }

  counts(): Promise<{ readonly named: number; readonly unknown: number }> {
    return this.database.read((connection) => ({
      named: tally(connection, 'people.named'),
      unknown: tally(connection, 'people.unknown'),
    }));
  }

  rename(id: PersonId, name: string): Promise<void> {
    const now = instantOf(this.clock.now());
    return this.database.writeLong(function* (connection) {
      const stored = normalisePersonName(name);
      const { aliases } = presentPerson(connection, id);
      refuseTakenName(connection, id, stored);
      connection.run(RENAME, stored, personNameKey(stored), now, id);
      keepNames(connection, id, stored, normaliseAliases(aliases, stored));
      yield* restateSuggestions(connection, id);
    });
  }

  unname(id: PersonId, number: number): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const sql = `UPDATE people SET kind = 'unknown', name = NULL, name_key = NULL, number = ?
        WHERE id = ? AND kind = 'named'`;
      if (connection.run(sql, number, id) === 0) return;
      forgetNames(connection, id);
      yield* restateSuggestions(connection, id);
    });
  }

  async changeDetails(id: PersonId, details: Partial<PersonDetails>): Promise<void> {
    const now = instantOf(this.clock.now());
    await this.database.write((connection) => {
      const person = presentPerson(connection, id);
      const { birthDate, hidden } = { ...person, ...details };
      if (details.aliases !== undefined) changeAliases(connection, person, details.aliases);
      connection.run(
        'UPDATE people SET birth_date = ?, hidden = ?, changed = max(changed, ?) WHERE id = ?',
        birthDate,
        hidden ? 1 : 0,
        now,
        id,
      );
    });
  }

  async setCover(id: PersonId, face: FaceId | null): Promise<void> {
    await this.database.write((connection) =>
      connection.run('UPDATE people SET cover = ? WHERE id = ?', face, id),
    );
  }

  mergeInto(from: PersonId, into: PersonId): Promise<void> {
    const now = instantOf(this.clock.now());
    return this.database.writeLong(function* (connection) {
      const target = mergedInto(connection, into);
      if (target === from || mergedInto(connection, from) !== from) return;
      recordMerge(connection, from, target);
      movePairs(connection, from, target);
      const former = findPerson(connection, from);
      connection.run('DELETE FROM people WHERE id = ?', from);
      if (former !== null) handOverDetails(connection, former, target, now);
      yield* restateSuggestions(connection, from);
    });
  }

  part(person: Person): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const into = mergedInto(connection, person.id);
      if (into === person.id) return;
      insertPerson(connection, { ...person, ...takeBackDetails(connection, person.id) });
      const parts = forgetMerge(connection, person.id);
      yield* partSuggestions(connection, person.id, parts);
      yield* restateSuggestions(connection, person.id);
      bringBackPairs(connection, person.id);
      yield* restateDifferences(connection, [person.id, into]);
    });
  }

  everybodyIn(people: readonly PersonId[]): Promise<readonly PersonId[]> {
    return this.database.read((connection) => [
      ...new Set(people.flatMap((person) => everybodyIn(connection, person))),
    ]);
  }

  resolve(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonId>> {
    return this.database.read((connection) => new Map(ids.map((id) => [id, mergedInto(connection, id)])));
  }

  remove(ids: readonly PersonId[]): Promise<void> {
    return this.database.writeLong(function* (connection) {
      for (const id of ids) {
        connection.run('DELETE FROM people WHERE id = ?', id);
        yield* restateSuggestions(connection, id);
      }
    });
  }

  smallUnknown(faces: number, limit: number): Promise<readonly PersonWithCounts[]> {
    return this.database.read((connection) =>
      connection.all<PersonRow>(SMALL_UNKNOWN, faces, limit).map(personOf),
    );
  }

  removeUnlabeled(ids: readonly PersonId[]): Promise<void> {
    return this.database.writeLong(function* (connection) {
      for (const id of ids) {
        const removed = connection.run(
          `DELETE FROM people WHERE id = ? AND kind = 'unknown' AND labeled = 0 AND hidden_faces = 0`,
          id,
        );
        if (removed > 0) yield* restateSuggestions(connection, id);
      }
    });
  }

  nextUnknownNumber(): Promise<number> {
    return this.database.read((connection) => tally(connection, 'people.highest_number') + 1);
  }
}

const BY_NAME = `
  SELECT * FROM people WHERE name_key = ?1
  UNION ALL
  SELECT people.* FROM aliases JOIN people ON people.id = aliases.person WHERE aliases.key = ?1`;
const RENAME = `
  UPDATE people SET kind = 'named', name = ?, name_key = ?, number = NULL, changed = max(changed, ?) WHERE id = ?`;
const INSERT = `
  INSERT INTO people (id, kind, name, name_key, number, cover, created_at, birth_date, hidden, changed, labeled,
    hidden_faces)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
    (SELECT count(*) FROM faces WHERE person = ?1 AND state = 'labeled'),
    (SELECT count(*) FROM faces WHERE hidden_person = ?1))`;

/** Inserts a person with the counts of the faces that already stand for it; a person that is known stays as it is. */
function insertPerson(connection: Connection, person: Person & Partial<PersonDetails>): void {
  const { id, identity, cover, createdAt, aliases, birthDate, hidden } = { ...NO_DETAILS, ...person };
  if (findPerson(connection, id) !== null) return;
  const facts = [cover, createdAt, birthDate, hidden ? 1 : 0, instantOf(createdAt)];
  if (identity.kind === 'unknown') {
    connection.run(INSERT, id, 'unknown', null, null, identity.number, ...facts);
    return;
  }
  const name = normalisePersonName(identity.name);
  refuseTakenName(connection, id, name);
  connection.run(INSERT, id, 'named', name, personNameKey(name), null, ...facts);
  changeAliases(connection, { id, identity: { kind: 'named', name } }, aliases);
}

/** @throws KindredError `NOT_FOUND`. */
function presentPerson(connection: Connection, id: PersonId): PersonWithCounts {
  const person = findPerson(connection, id);
  if (person !== null) return person;
  throw new KindredError('NOT_FOUND', 'This person does not exist any more.');
}

function tally(connection: Connection, name: string): number {
  return connection.get<{ n: number }>('SELECT n FROM tallies WHERE name = ?', name)!.n;
}
