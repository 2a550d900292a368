import { type PersonId, personPair } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

interface Statement {
  readonly sequence: number;
  readonly kind: 'different' | 'taken back';
  readonly one: PersonId;
  readonly other: PersonId;
}

interface Merge {
  readonly merged: PersonId;
  readonly direct: PersonId;
  readonly after: number;
}

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

/** Who is different from whom, while statements and merges come in. */
class Differences {
  private readonly parents = new Map<PersonId, PersonId>();
  private readonly others = new Map<PersonId, Set<PersonId>>();

  of(person: PersonId): ReadonlySet<PersonId> {
    return this.others.get(person) ?? new Set();
  }

  say({ kind, one, other }: Statement): void {
    this.set(this.present(one), this.present(other), kind === 'different');
  }

  merge({ merged, direct }: Merge): void {
    const into = this.present(direct);
    for (const third of [...this.of(merged)]) {
      this.set(merged, third, false);
      this.set(into, third, true);
    }
    this.parents.set(merged, into);
  }

  private set(one: PersonId, other: PersonId, different: boolean): void {
    if (one === other) return;
    for (const [each, third] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = this.others.get(each) ?? new Set();
      this.others.set(each, others);
      if (different) others.add(third);
      else others.delete(third);
    }
  }

  private present(person: PersonId): PersonId {
    let present = person;
    for (let parent = this.parents.get(present); parent !== undefined; parent = this.parents.get(present))
      present = parent;
    return present;
  }
}
