import { randomUUID } from 'node:crypto';
import {
  type Failure,
  isFaceId,
  isPersonId,
  KindredError,
  type KnownPerson,
  knownPerson,
  normaliseAliases,
  normalisePersonName,
  pastBirthDate,
  type PersonDetails,
  type PersonId,
  type PersonWithCounts,
  toFailure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { PeopleActions } from '../actions/people-actions';
import { refuseTooMany } from '../labeling/checked-faces';

/** What became of one person of a mutation. */
export interface PersonOutcome {
  readonly id: string;
  readonly failure: Failure | null;
  /** By which it can be taken back; null when nothing was done. */
  readonly actionId: string | null;
}

/** What is to change of somebody; what is left out stays. */
export interface GivenDetails {
  readonly aliases?: readonly string[] | null;
  readonly birthDate?: string | null;
  readonly hidden?: boolean | null;
}

/** A person as it is now, and the action that made it so; none when it was so already. */
export interface ChangedPerson {
  readonly person: PersonWithCounts;
  readonly actionId: string | null;
}

/** People: named, renamed, merged and deleted without losing what was said about faces. */
export class People {
  constructor(
    private readonly ports: Ports,
    private readonly actions: PeopleActions,
  ) {}

  /**
   * The person that is meant by an id or a name; a name that nobody has becomes a new person when `create` is set.
   * @throws KindredError `ARGUMENT_INVALID` unless exactly one is given, `NOT_FOUND`, `NAME_INVALID`.
   */
  async find(
    { personId, name }: { readonly personId?: string | null; readonly name?: string | null },
    { create }: { readonly create: boolean },
  ): Promise<PersonId | null> {
    if (isMissing(personId) === isMissing(name)) {
      throw new KindredError('ARGUMENT_INVALID', 'Say who it is either by `personId` or by `name`.');
    }
    if (!isMissing(personId)) {
      const person = await this.require(personId);
      if (person.identity.kind === 'named') return person.id;
      throw new KindredError('CONFLICT', 'This person has no name yet.', {
        hint: 'Name the person first, or label by name.',
      });
    }
    const wanted = normalisePersonName(name!);
    const known = await this.ports.people.findByName(wanted);
    if (known !== null || !create) return known?.id ?? null;
    return this.createOrFind(wanted);
  }

  /** Does something without anybody being created, merged or deleted in between. */
  unchangedWhile<T>(work: () => Promise<T>): Promise<T> {
    return this.actions.unchangedWhile(work);
  }

  /** The same for what takes long, one after the other, while other things that leave people alone go on. */
  unchangedForLong<T>(work: () => Promise<T>): Promise<T> {
    return this.actions.unchangedForLong(work);
  }

  /** @throws KindredError `NAME_TAKEN` or `NAME_INVALID`. */
  create(name: string): Promise<ChangedPerson> {
    return this.actions.inTurn(async (perform) => {
      const identity = { kind: 'named', name: normalisePersonName(name) } as const;
      const id = randomUUID() as PersonId;
      await this.refuseTakenName(id, identity.name);
      const person: KnownPerson = { id, identity, cover: null, createdAt: this.ports.clock.now() };
      const actionId = await perform({ kind: 'created', person });
      return { person: await this.require(id), actionId };
    });
  }

  /**
   * Renames a person. An unknown person becomes a named one and its faces become labeled: who names a group says who
   * each of its faces is.
   * @throws KindredError `NAME_TAKEN`, `NAME_INVALID` or `NOT_FOUND`.
   */
  rename(personId: string, name: string): Promise<ChangedPerson> {
    return this.actions.inTurn(async (perform) => {
      const { id, identity: from } = await this.require(personId);
      const to = { kind: 'named', name: normalisePersonName(name) } as const;
      await this.refuseTakenName(id, to.name);
      const isSo = from.kind === 'named' && from.name === to.name;
      const actionId = isSo ? null : await perform({ kind: 'named', person: id, from, to });
      return { person: await this.require(id), actionId };
    });
  }

  /**
   * Changes what is given.
   * @throws KindredError `NAME_TAKEN`, `NAME_INVALID`, `ARGUMENT_INVALID` for what is no date of birth, `NOT_FOUND`,
   * or `CONFLICT` for aliases of somebody without a name.
   */
  change(personId: string, given: GivenDetails): Promise<ChangedPerson> {
    return this.actions.inTurn(async (perform) => {
      const person = await this.require(personId);
      const to = this.detailsOf(given, person);
      const changed = (Object.keys(to) as (keyof PersonDetails)[]).filter(
        (key) => JSON.stringify(to[key]) !== JSON.stringify(person[key]),
      );
      const only = (details: Partial<PersonDetails>): Partial<PersonDetails> =>
        Object.fromEntries(changed.map((key) => [key, details[key]]));
      const actionId =
        changed.length === 0
          ? null
          : await perform({ kind: 'described', person: person.id, from: only(person), to: only(to) });
      return { person: await this.require(person.id), actionId };
    });
  }

  /** @throws KindredError `NOT_FOUND`, or `CONFLICT` for a face of somebody else. */
  setCover(personId: string, faceId: string | null): Promise<ChangedPerson> {
    return this.actions.inTurn(async (perform) => {
      const { id, cover: from } = await this.require(personId);
      const face = faceId !== null && isFaceId(faceId) ? await this.ports.faces.get(faceId) : null;
      if (faceId !== null && face === null) throw new KindredError('NOT_FOUND', 'There is no such face.');
      if (face !== null && face.standing.person !== id)
        throw new KindredError('CONFLICT', 'This face is not of this person.');
      const to = face?.id ?? null;
      const actionId = from === to ? null : await perform({ kind: 'covered', person: id, from, to });
      return { person: await this.require(id), actionId };
    });
  }

  /** Makes people part of another, with all that was said about them. @throws KindredError `NOT_FOUND` for `into`. */
  async merge(
    intoId: string,
    from: readonly string[],
  ): Promise<{ person: PersonWithCounts; outcomes: PersonOutcome[] }> {
    refuseTooMany(from);
    const into = await this.require(intoId);
    const outcomes = await this.outcomesOf(from, (id) => this.mergeOne(id, into.id));
    return { person: await this.require(into.id), outcomes };
  }

  /** Deletes people; their faces become unknown. */
  async delete(ids: readonly string[]): Promise<PersonOutcome[]> {
    refuseTooMany(ids);
    return this.outcomesOf(ids, (id) => this.deleteOne(id));
  }

  /** @throws KindredError `NOT_FOUND`. */
  async require(id: string): Promise<PersonWithCounts> {
    const asked = isPersonId(id) ? id : null;
    const resolved = asked === null ? null : ((await this.ports.people.resolve([asked])).get(asked) ?? asked);
    const person = resolved === null ? null : await this.ports.people.get(resolved);
    if (person !== null) return person;
    throw missingPerson();
  }

  private detailsOf(
    { aliases, birthDate, hidden }: GivenDetails,
    { identity }: PersonWithCounts,
  ): Partial<PersonDetails> {
    const name = identity.kind === 'named' ? identity.name : '';
    return {
      ...(!isMissing(aliases) && { aliases: name === '' ? aliases : normaliseAliases(aliases, name) }),
      ...(birthDate !== undefined && {
        birthDate: birthDate === null ? null : pastBirthDate(birthDate.trim(), this.ports.clock.now()),
      }),
      ...(!isMissing(hidden) && { hidden }),
    };
  }

  /** Of two requests that bring the same new name at once, one creates the person and both use it. */
  private async createOrFind(name: string): Promise<PersonId> {
    try {
      return (await this.create(name)).person.id;
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'NAME_TAKEN') throw error;
      const winner = await this.ports.people.findByName(name);
      if (winner === null) throw error;
      return winner.id;
    }
  }

  private async refuseTakenName(id: PersonId, name: string): Promise<void> {
    const owner = await this.ports.people.findByName(name);
    if (owner === null || owner.id === id) return;
    throw new KindredError('NAME_TAKEN', `There is already somebody named ${name}.`, {
      hint: 'Choose that person instead, or use another name.',
    });
  }

  /** Nothing is left to do for somebody who is part of `into` already, as after an answer that was lost. */
  private mergeOne(id: string, intoId: PersonId): Promise<string | null> {
    return this.actions.inTurn(async (perform) => {
      const [from, into] = [await this.require(id), await this.require(intoId)];
      if (id === into.id) throw new KindredError('CONFLICT', 'A person cannot be merged with itself.');
      if (from.id === into.id) return null;
      if (from.identity.kind === 'named' && into.identity.kind === 'unknown') {
        throw new KindredError('CONFLICT', 'A person with a name cannot become part of one without.', {
          hint: 'Merge them the other way round.',
        });
      }
      return perform({ kind: 'merged', person: knownPerson(from), into: into.id });
    });
  }

  /** Somebody who became part of another is not there to be deleted, and the other was not meant. */
  private deleteOne(id: string): Promise<string> {
    return this.actions.inTurn(async (perform) => {
      const person = await this.require(id);
      if (person.id !== id) throw missingPerson();
      return perform({ kind: 'deleted', person: knownPerson(person) });
    });
  }

  /** What became of each id, in order; one that is given twice is worked on once and answered alike. */
  private async outcomesOf(
    ids: readonly string[],
    work: (id: string) => Promise<string | null>,
  ): Promise<PersonOutcome[]> {
    const outcomes = new Map<string, Omit<PersonOutcome, 'id'>>();
    for (const id of new Set(ids)) {
      try {
        outcomes.set(id, { failure: null, actionId: await work(id) });
      } catch (error) {
        if (!(error instanceof KindredError)) throw error;
        outcomes.set(id, { failure: toFailure(error), actionId: null });
      }
    }
    return ids.map((id) => ({ id, ...outcomes.get(id)! }));
  }
}

function missingPerson(): KindredError {
  return new KindredError('NOT_FOUND', 'There is no such person any more.', {
    hint: 'Look at the list of people again.',
  });
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;
