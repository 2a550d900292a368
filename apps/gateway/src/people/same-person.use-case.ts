import {
  KindredError,
  type PersonId,
  type PersonWithCounts,
  personPair,
  type SamePersonAnswer,
} from '@kindred/domain';
import type { PeopleActions } from '../actions/people-actions';
import type { ChangedPerson, People } from './people.use-case';

/** "Are these two the same person?", as humans answer it. */
export class SamePerson {
  constructor(
    private readonly people: People,
    private readonly actions: PeopleActions,
  ) {}

  /**
   * They are: makes one of them part of the other, and returns who is left. May be said again, as after an answer that
   * was lost. @throws KindredError `NOT_FOUND`; `CONFLICT` when it is one id twice.
   */
  async merge(oneId: string, otherId: string): Promise<ChangedPerson> {
    const [one, other] = [await this.people.require(oneId), await this.people.require(otherId)];
    const into = stays(one, other) ? one : other;
    const from = [oneId, otherId].find((id) => id !== into.id) ?? into.id;
    const { person, outcomes } = await this.people.merge(into.id, [from]);
    const { failure, actionId } = outcomes[0]!;
    if (failure) throw new KindredError(failure.code, failure.message, { hint: failure.hint });
    return { person, actionId };
  }

  /**
   * They are different people, or somebody would rather say it later; answers the id by which that can be taken back.
   * @throws KindredError `NOT_FOUND`, `CONFLICT`.
   */
  answer(oneId: string, otherId: string, answer: SamePersonAnswer): Promise<string> {
    return this.actions.inTurn(async (perform) => {
      const [one, other] = await this.pairOf(oneId, otherId);
      return perform({ kind: 'answered', one, other, from: null, to: answer });
    });
  }

  private async pairOf(oneId: string, otherId: string): Promise<readonly [PersonId, PersonId]> {
    const people = [await this.people.require(oneId), await this.people.require(otherId)] as const;
    return personPair(people[0].id, people[1].id);
  }
}

/** Whether the one stays when the other becomes part of it: a name is never lost, nor are many faces renamed for few. */
function stays(one: PersonWithCounts, other: PersonWithCounts): boolean {
  if (one.identity.kind !== other.identity.kind) return one.identity.kind === 'named';
  return sizeOf(one) >= sizeOf(other);
}

const sizeOf = ({ counts }: PersonWithCounts): number => counts.labeled + counts.inferred + counts.unknown;
