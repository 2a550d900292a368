import {
  type FaceId,
  KindredError,
  normalisePersonName,
  type Page,
  type Person,
  type PersonId,
  personNameKey,
  type PersonQuery,
  type PersonStore,
  type PersonWithCounts,
} from '@kindred/domain';
import { type Connection, violates } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { inAskedOrder } from '../database/in-asked-order';
import { readPage } from '../database/page-query';
import { partSuggestions, restateSuggestions } from '../face/suggestions';
import { restateDifferences } from '../question/differences';
import { bringBackPairs, movePairs } from '../question/pairs';
import { everybodyIn, forgetMerge, mergedInto, recordMerge } from './merges';
import { personListQuery } from './person-queries';
import { personOf, type PersonRow } from './person-rows';

/** The index of sizes leads to them. */
const SMALL_UNKNOWN = `SELECT * FROM people WHERE kind = 'unknown' AND size < ? AND labeled = 0
  ORDER BY size, seq LIMIT ?`;

export class SqlitePersonStore implements PersonStore {
  constructor(private readonly database: Database) {}

  create(person: Person): Promise<void> {
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
      const row = connection.get<PersonRow>('SELECT * FROM people WHERE name_key = ?', personNameKey(name));
      return row === undefined ? null : personOf(row);
    });
  }

  list(query: PersonQuery): Promise<Page<PersonWithCounts>> {
    return this.database.read((connection) => readPage(connection, personListQuery(query), query, personOf));
  }

  counts(): Promise<{ readonly named: number; readonly unknown: number }> {
    return this.database.read((connection) => ({
      named: tally(connection, 'people.named'),
      unknown: tally(connection, 'people.unknown'),
    }));
  }

  rename(id: PersonId, name: string): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const sql = `UPDATE people SET kind = 'named', name = ?, name_key = ?, number = NULL WHERE id = ?`;
      const stored = normalisePersonName(name);
      const renamed = refusingTakenName(stored, () => connection.run(sql, stored, personNameKey(name), id));
      if (renamed === 0) throw new KindredError('NOT_FOUND', 'This person does not exist any more.');
      yield* restateSuggestions(connection, id);
    });
  }

  unname(id: PersonId, number: number): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const sql = `UPDATE people SET kind = 'unknown', name = NULL, name_key = NULL, number = ?
        WHERE id = ? AND kind = 'named'`;
      if (connection.run(sql, number, id) > 0) yield* restateSuggestions(connection, id);
    });
  }

  async setCover(id: PersonId, face: FaceId | null): Promise<void> {
    await this.database.write((connection) =>
      connection.run('UPDATE people SET cover = ? WHERE id = ?', face, id),
    );
  }

  mergeInto(from: PersonId, into: PersonId): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const target = mergedInto(connection, into);
      if (target === from || mergedInto(connection, from) !== from) return;
      recordMerge(connection, from, target);
      movePairs(connection, from, target);
      connection.run('DELETE FROM people WHERE id = ?', from);
      yield* restateSuggestions(connection, from);
    });
  }

  part(person: Person): Promise<void> {
    return this.database.writeLong(function* (connection) {
      const into = mergedInto(connection, person.id);
      if (into === person.id) return;
      insertPerson(connection, person);
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
          `DELETE FROM people WHERE id = ? AND kind = 'unknown' AND labeled = 0`,
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

/** Inserts a person with the counts of the faces that already stand for it; a person that is known stays as it is. */
function insertPerson(connection: Connection, { id, identity, cover, createdAt }: Person): void {
  const sql = `INSERT INTO people (id, kind, name, name_key, number, cover, created_at, labeled)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT count(*) FROM faces WHERE person = ?1 AND state = 'labeled'))
    ON CONFLICT (id) DO NOTHING`;
  if (identity.kind === 'unknown') {
    connection.run(sql, id, 'unknown', null, null, identity.number, cover, createdAt);
    return;
  }
  const name = normalisePersonName(identity.name);
  refusingTakenName(name, () =>
    connection.run(sql, id, 'named', name, personNameKey(name), null, cover, createdAt),
  );
}

function refusingTakenName<T>(name: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!violates(error, 'people.name_key')) throw error;
    throw new KindredError('NAME_TAKEN', `There is already somebody named ${name}.`, {
      cause: error,
      hint: 'Choose that person instead, or use another name.',
    });
  }
}

function tally(connection: Connection, name: string): number {
  return connection.get<{ n: number }>('SELECT n FROM tallies WHERE name = ?', name)!.n;
}
