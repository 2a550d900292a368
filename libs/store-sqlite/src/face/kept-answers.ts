import type { Connection } from '@kindred/sqlite';

/** Answers as they were read last, for as long as nothing in the file changes, whoever changes it. */
export class KeptAnswers<Answer> {
  private version = '';
  private readonly kept = new Map<string, Answer>();

  /** @param most so many are kept, those that were read last. */
  constructor(private readonly most: number) {}

  /** An answer, read when it is not known. @param question names it. */
  *get(
    connection: Connection,
    question: string,
    read: () => Generator<void, Answer>,
  ): Generator<void, Answer> {
    const version = versionOf(connection);
    if (version !== this.version) this.kept.clear();
    this.version = version;
    const known = this.kept.get(question);
    if (known !== undefined) return known;
    const answer = yield* read();
    // What was changed meanwhile may be in part of it.
    if (versionOf(connection) === version && this.version === version) this.keep(question, answer);
    return answer;
  }

  private keep(question: string, answer: Answer): void {
    this.kept.delete(question);
    this.kept.set(question, answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) return;
      this.kept.delete(oldest);
    }
  }
}

/** Differs after every change that is committed: by other connections, or by this one. */
function versionOf(connection: Connection): string {
  const { data_version: others } = connection.get<{ data_version: number }>('PRAGMA data_version')!;
  return `${others} ${connection.get<{ n: number }>('SELECT total_changes() AS n')!.n}`;
}
