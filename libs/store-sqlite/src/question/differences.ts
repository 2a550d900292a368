import {
  Differences,
  type DirectMerge,
  type PairStatement,
  type PersonId,
  personPair,
} from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

type Statement = PairStatement & { readonly sequence: number };
type Merge = DirectMerge & { readonly after: number };

/** How many statements are read before a long write gives way. */
const STEP = 500;

/**
 * Makes whom these people are different from follow again from what was said, as if the merges that were taken back
 * had never been: everything that was said is gone through once, with the merges that hold in between.
 */
export function* restateDifferences(
  connection: Connection,
  people: readonly PersonId[],
): Generator<void, void> {
  const differences = new Differences();
  const merges = connection.all<Merge>('SELECT merged, direct, after FROM merges ORDER BY after');
  let merged = 0;
  let last = 0;
  for (;;) {
    const sql =
      'SELECT sequence, kind, one, other FROM pair_statements WHERE sequence > ? ORDER BY sequence LIMIT ?';
    const statements = connection.all<Statement>(sql, last, STEP);
    for (const statement of statements) {
      while (merged < merges.length && merges[merged]!.after < statement.sequence)
        differences.merge(merges[merged++]!);
      differences.say(statement);
    }
    if (statements.length < STEP) break;
    last = statements.at(-1)!.sequence;
    yield;
  }
  while (merged < merges.length) differences.merge(merges[merged++]!);
  for (const person of people) write(connection, person, differences.of(person));
}

function write(connection: Connection, person: PersonId, different: ReadonlySet<PersonId>): void {
  connection.run('UPDATE pairs SET different = 0 WHERE one = ? AND different = 1', person);
  connection.run('UPDATE pairs SET different = 0 WHERE other = ? AND different = 1', person);
  for (const other of different) {
    connection.run(
      `INSERT INTO pairs (one, other, different) VALUES (?, ?, 1)
       ON CONFLICT (one, other) DO UPDATE SET different = 1`,
      ...personPair(person, other),
    );
  }
}
