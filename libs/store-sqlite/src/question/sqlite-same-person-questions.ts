import {
  type Clock,
  KindredError,
  type Page,
  type PageRequest,
  type PersonId,
  type PersonPair,
  POSTPONED_FOR,
  type SamePersonAnswer,
  type SamePersonQuestion,
  type SamePersonQuestions,
  type StatementAboutPair,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { readPage } from '../database/page-query';
import { mergedInto } from '../person/merges';
import { openQuestions, questionOf } from './open-questions';
import { presentPair } from './pairs';

const TRAINER = 'trainer';

export class SqliteSamePersonQuestions implements SamePersonQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ask(questions: readonly SamePersonQuestion[]): Promise<void> {
    const senseless = questions.find(({ evidence }) => !Number.isFinite(evidence));
    if (senseless !== undefined) {
      throw new KindredError(
        'ARGUMENT_INVALID',
        `An evidence is a finite number, not ${senseless.evidence}.`,
      );
    }
    const now = this.now();
    await this.database.writeLong(function* (connection) {
      connection.run('UPDATE pairs SET evidence = NULL WHERE evidence IS NOT NULL');
      for (const question of questions) {
        askOne(connection, question);
        yield;
      }
      connection.run(
        'DELETE FROM pairs WHERE evidence IS NULL AND different = 0 AND postponed_until <= ?',
        now,
      );
    });
  }

  open(page: PageRequest): Promise<Page<SamePersonQuestion>> {
    return this.database.read((connection) =>
      readPage(connection, openQuestions(this.now()), page, questionOf),
    );
  }

  count(): Promise<number> {
    return this.database.read((connection) => {
      const sql = `SELECT count(*) AS n FROM pairs
        WHERE evidence IS NOT NULL AND different = 0 AND postponed_until <= ?`;
      return connection.get<{ n: number }>(sql, this.now())!.n;
    });
  }

  answer({
    answer,
    ...statement
  }: StatementAboutPair & { readonly answer: SamePersonAnswer }): Promise<void> {
    return this.database.write((connection) => {
      const pair = presentPair(connection, statement.one, statement.other);
      if (answer === 'different') setDifferent(connection, pair, statement);
      else postpone(connection, pair, Date.parse(statement.at) + POSTPONED_FOR);
    });
  }

  takeBack({ one, other, actor, at }: StatementAboutPair): Promise<void> {
    return this.database.write((connection) => {
      const pair = presentPair(connection, one, other);
      if (areDifferent(connection, pair)) record(connection, 'taken back', pair, { actor, at });
      const sql = 'UPDATE pairs SET different = 0, postponed_until = 0 WHERE one = ? AND other = ?';
      connection.run(sql, ...pair);
    });
  }

  different(): Promise<readonly PersonPair[]> {
    return this.database.read((connection) =>
      connection
        .all<{ one: PersonId; other: PersonId }>('SELECT one, other FROM pairs WHERE different = 1')
        .map(({ one, other }): PersonPair => [one, other]),
    );
  }

  carryOver(pairs: readonly (readonly [PersonId, PersonId])[]): Promise<void> {
    const statement = { actor: TRAINER, at: this.clock.now() };
    return this.database.write((connection) => {
      for (const [one, other] of pairs) {
        if (mergedInto(connection, one) === mergedInto(connection, other)) continue;
        setDifferent(connection, presentPair(connection, one, other), statement);
      }
    });
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}

/** Who said it, and when. */
type Said = Pick<StatementAboutPair, 'actor' | 'at'>;

function askOne(connection: Connection, { one, other, evidence }: SamePersonQuestion): void {
  if (mergedInto(connection, one) === mergedInto(connection, other)) return;
  connection.run(
    `INSERT INTO pairs (one, other, evidence)
     SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM people WHERE id = ?1) AND EXISTS (SELECT 1 FROM people WHERE id = ?2)
     ON CONFLICT (one, other) DO UPDATE SET evidence = max(coalesce(evidence, excluded.evidence), excluded.evidence)
       WHERE different = 0`,
    ...presentPair(connection, one, other),
    evidence,
  );
}

function postpone(connection: Connection, pair: PersonPair, until: number): void {
  connection.run(
    `INSERT INTO pairs (one, other, postponed_until) VALUES (?, ?, ?)
     ON CONFLICT (one, other) DO UPDATE SET postponed_until = max(postponed_until, excluded.postponed_until)`,
    ...pair,
    until,
  );
}

/** Saying again what holds already adds nothing. */
function setDifferent(connection: Connection, pair: PersonPair, said: Said): void {
  // Of two who are different because of those who became part of them it is worth saying: that may be taken back.
  if (areDifferent(connection, pair) && lastSaid(connection, pair) === 'different') return;
  record(connection, 'different', pair, said);
  connection.run(
    `INSERT INTO pairs (one, other, different) VALUES (?, ?, 1) ON CONFLICT (one, other) DO UPDATE SET different = 1`,
    ...pair,
  );
}

function areDifferent(connection: Connection, pair: PersonPair): boolean {
  return (
    connection.get('SELECT 1 FROM pairs WHERE one = ? AND other = ? AND different = 1', ...pair) !== undefined
  );
}

/** What was said last of the very two. */
function lastSaid(connection: Connection, pair: PersonPair): 'different' | 'taken back' | null {
  const sql = 'SELECT kind FROM pair_statements WHERE one = ? AND other = ? ORDER BY sequence DESC LIMIT 1';
  return connection.get<{ kind: 'different' | 'taken back' }>(sql, ...pair)?.kind ?? null;
}

function record(
  connection: Connection,
  kind: 'different' | 'taken back',
  [one, other]: PersonPair,
  { actor, at }: Said,
): void {
  const sql = 'INSERT INTO pair_statements (kind, one, other, actor, at) VALUES (?, ?, ?, ?, ?)';
  connection.run(sql, kind, one, other, actor, at);
}
