import { type PersonId, personPair, type PersonPair } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { mergedInto } from '../person/merges';

/** The two as who they are now. @throws KindredError `CONFLICT` when that is one person. */
export function presentPair(connection: Connection, one: PersonId, other: PersonId): PersonPair {
  return personPair(mergedInto(connection, one), mergedInto(connection, other));
}

/**
 * What is known about pairs with `from` becomes known about the same pairs with `into`; what is known of the two of
 * them is over. To be called before `from` is removed, which ends its questions.
 */
export function movePairs(connection: Connection, from: PersonId, into: PersonId): void {
  const pairs = connection.all<PairRow>(
    `SELECT other AS third, evidence, postponed_until, different FROM pairs WHERE one = ?1
     UNION ALL SELECT one, evidence, postponed_until, different FROM pairs WHERE other = ?1`,
    from,
  );
  for (const { third, evidence, postponed_until, different } of pairs) {
    connection.run(
      'INSERT INTO merged_pairs (merged, third, evidence, postponed_until) VALUES (?, ?, ?, ?)',
      from,
      third,
      evidence,
      postponed_until,
    );
    if (third === into) continue;
    connection.run(
      // The larger of two evidences, either of which may be missing; none for somebody who does not exist.
      `INSERT INTO pairs (one, other, evidence, postponed_until, different)
       VALUES (?1, ?2, iif(EXISTS (SELECT 1 FROM people WHERE id = ?6), ?3, NULL), ?4, ?5)
       ON CONFLICT (one, other) DO UPDATE SET
         evidence = coalesce(max(evidence, excluded.evidence), evidence, excluded.evidence),
         postponed_until = max(postponed_until, excluded.postponed_until),
         different = max(different, excluded.different)`,
      ...personPair(into, third),
      evidence,
      postponed_until,
      different,
      into,
    );
  }
  connection.run('DELETE FROM pairs WHERE one = ?', from);
  connection.run('DELETE FROM pairs WHERE other = ?', from);
}

/** The questions about somebody who is part of nobody any more wait again, as far as the others are there. */
export function bringBackPairs(connection: Connection, person: PersonId): void {
  const sql = 'SELECT third, evidence, postponed_until FROM merged_pairs WHERE merged = ?';
  for (const { third, evidence, postponed_until } of connection.all<PairRow>(sql, person)) {
    const present = mergedInto(connection, third);
    if (present === person) continue;
    connection.run(
      `INSERT INTO pairs (one, other, evidence, postponed_until)
       VALUES (?1, ?2, iif(EXISTS (SELECT 1 FROM people WHERE id = ?5), ?3, NULL), ?4)
       ON CONFLICT (one, other) DO UPDATE SET evidence = coalesce(evidence, excluded.evidence),
         postponed_until = max(postponed_until, excluded.postponed_until)`,
      ...personPair(person, present),
      evidence,
      postponed_until,
      present,
    );
  }
  connection.run('DELETE FROM merged_pairs WHERE merged = ?', person);
}

interface PairRow {
  readonly third: PersonId;
  readonly evidence: number | null;
  readonly postponed_until: number;
  readonly different: number;
}
