import { randomUUID } from 'node:crypto';
import {
  KindredError,
  type PersonWithCounts,
  personPair,
  type SamePersonAnswer,
  type SamePersonQuestion,
  type StatementAboutPair,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { People } from './people.use-case';

/** Who says so; there is one user so far. */
const ACTOR = 'user';

/** "Are these two the same person?", as humans answer it. */
export class SamePerson {
  constructor(
    private readonly ports: Ports,
    private readonly people: People,
  ) {}

  /**
   * They are: makes one of them part of the other, and returns who is left. May be said again, as after an answer that
   * was lost. @throws KindredError `NOT_FOUND`; `CONFLICT` when it is one id twice.
   */
  async merge(oneId: string, otherId: string): Promise<PersonWithCounts> {
    const [one, other] = [await this.people.require(oneId), await this.people.require(otherId)];
    const into = stays(one, other) ? one : other;
    const from = [oneId, otherId].find((id) => id !== into.id) ?? into.id;
    const { person, outcomes } = await this.people.merge(into.id, [from]);
    const failure = outcomes[0]?.failure;
    if (failure) throw new KindredError(failure.code, failure.message, { hint: failure.hint });
    return person;
  }

  /** They are different people, or somebody would rather say it later. @throws KindredError `NOT_FOUND`, `CONFLICT`. */
  async answer(oneId: string, otherId: string, answer: SamePersonAnswer): Promise<void> {
    const statement = await this.statementOn(oneId, otherId);
    await this.ports.questions.answer({ ...statement, answer });
    await this.announce(statement);
  }

  /** Takes back what was answered. @throws KindredError `NOT_FOUND`, `CONFLICT`. */
  async takeBack(oneId: string, otherId: string): Promise<SamePersonQuestion> {
    const statement = await this.statementOn(oneId, otherId);
    await this.ports.questions.takeBack(statement);
    await this.announce(statement);
    return { ...statement, evidence: 0 };
  }

  private async statementOn(oneId: string, otherId: string): Promise<StatementAboutPair> {
    const people = [await this.people.require(oneId), await this.people.require(otherId)] as const;
    const [one, other] = personPair(people[0].id, people[1].id);
    return { one, other, actor: ACTOR, at: this.ports.clock.now() };
  }

  /** Whoever watches the questions is told as a courtesy: what was said is kept whether or not that works. */
  private async announce({ one, other }: StatementAboutPair): Promise<void> {
    await this.ports.bus
      .publish('faces.labeled', { id: randomUUID(), data: { faces: [], people: [one, other] } })
      .catch(() => undefined);
  }
}

/** Whether the one stays when the other becomes part of it: a name is never lost, nor are many faces renamed for few. */
function stays(one: PersonWithCounts, other: PersonWithCounts): boolean {
  if (one.identity.kind !== other.identity.kind) return one.identity.kind === 'named';
  return sizeOf(one) >= sizeOf(other);
}

const sizeOf = ({ counts }: PersonWithCounts): number => counts.labeled + counts.inferred + counts.unknown;
