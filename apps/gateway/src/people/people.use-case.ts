import { randomUUID } from 'node:crypto';
import {
  type BirthDate,
  type Decision,
  type Face,
  type FaceId,
  facesSpokenOf,
  type Failure,
  isFaceId,
  isPersonId,
  KindredError,
  normalisePersonName,
  parseBirthDate,
  type PersonDetails,
  type PersonId,
  type PersonWithCounts,
  projectFaces,
  recordDecisions,
  toFailure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { refuseTooMany } from '../labeling/checked-faces';

/** What became of one person of a mutation. */
export interface PersonOutcome {
  readonly id: string;
  readonly failure: Failure | null;
}

/** What is to change of somebody; what is left out stays. */
export interface GivenDetails {
  readonly aliases?: readonly string[] | null;
  readonly birthDate?: string | null;
  readonly hidden?: boolean | null;
}

const PAGE = 500;

/** People: named, renamed, merged and deleted without losing what was said about faces. */
export class People {
  constructor(private readonly ports: Ports) {}

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

  /** @throws KindredError `NAME_TAKEN` or `NAME_INVALID`. */
  async create(name: string): Promise<PersonWithCounts> {
    const id = randomUUID() as PersonId;
    await this.ports.people.create({
      id,
      identity: { kind: 'named', name: normalisePersonName(name) },
      cover: null,
      createdAt: this.ports.clock.now(),
    });
    // Whoever watches the counts is told as a courtesy: the person is there whether or not that works.
    await this.announce([], [id]).catch(() => undefined);
    return this.require(id);
  }

  /**
   * Renames a person. An unknown person becomes a named one and its faces become labeled: who names a group says who
   * each of its faces is.
   * @throws KindredError `NAME_TAKEN`, `NAME_INVALID` or `NOT_FOUND`.
   */
  async rename(personId: string, name: string): Promise<PersonWithCounts> {
    const person = await this.require(personId);
    const faces = person.identity.kind === 'unknown' ? await this.facesOf(person.id) : [];
    await this.ports.people.rename(person.id, normalisePersonName(name));
    await this.assign(faces, person.id);
    await this.announce(
      faces.map(({ id }) => id),
      [person.id],
    );
    return this.require(person.id);
  }

  /**
   * Changes what is given.
   * @throws KindredError `NAME_TAKEN`, `NAME_INVALID`, `ARGUMENT_INVALID` for what is no date of birth, `NOT_FOUND`,
   * or `CONFLICT` for aliases of somebody without a name.
   */
  async change(personId: string, given: GivenDetails): Promise<PersonWithCounts> {
    const { id } = await this.require(personId);
    await this.ports.people.changeDetails(id, this.detailsOf(given));
    await this.announce([], [id]).catch(() => undefined);
    return this.require(id);
  }

  /** @throws KindredError `NOT_FOUND`, or `CONFLICT` for a face of somebody else. */
  async setCover(personId: string, faceId: string | null): Promise<PersonWithCounts> {
    const person = await this.require(personId);
    if (faceId !== null) {
      const face = isFaceId(faceId) ? await this.ports.faces.get(faceId) : null;
      if (face === null) throw new KindredError('NOT_FOUND', 'There is no such face.');
      if (face.standing.person !== person.id)
        throw new KindredError('CONFLICT', 'This face is not of this person.');
    }
    await this.ports.people.setCover(person.id, faceId as FaceId | null);
    return this.require(person.id);
  }

  /** Makes people part of another, with all that was said about them. @throws KindredError `NOT_FOUND` for `into`. */
  async merge(
    intoId: string,
    from: readonly string[],
  ): Promise<{ person: PersonWithCounts; outcomes: PersonOutcome[] }> {
    refuseTooMany(from);
    const into = await this.require(intoId);
    const outcomes = await this.outcomesOf(from, (id) => this.mergeOne(id, into));
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

  private detailsOf({ aliases, birthDate, hidden }: GivenDetails): Partial<PersonDetails> {
    return {
      ...(!isMissing(aliases) && { aliases }),
      ...(birthDate !== undefined && { birthDate: birthDate === null ? null : this.birthDateOf(birthDate) }),
      ...(!isMissing(hidden) && { hidden }),
    };
  }

  private birthDateOf(text: string): BirthDate {
    const date = parseBirthDate(text.trim());
    if (date <= this.ports.clock.now()) return date;
    throw new KindredError('ARGUMENT_INVALID', 'Nobody is born in the future.', {
      hint: 'Look at the year again.',
    });
  }

  /** Of two requests that bring the same new name at once, one creates the person and both use it. */
  private async createOrFind(name: string): Promise<PersonId> {
    try {
      return (await this.create(name)).id;
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'NAME_TAKEN') throw error;
      const winner = await this.ports.people.findByName(name);
      if (winner === null) throw error;
      return winner.id;
    }
  }

  /** Does all of it again for somebody who is part of `into` already: a crash may have left it half done. */
  private async mergeOne(id: string, into: PersonWithCounts): Promise<void> {
    if (id === into.id) throw new KindredError('CONFLICT', 'A person cannot be merged with itself.');
    const from = await this.require(id);
    const fromId = from.id === into.id ? (id as PersonId) : from.id;
    const isNaming = from.identity.kind === 'unknown' && into.identity.kind === 'named';
    if (from.identity.kind === 'named' && into.identity.kind === 'unknown') {
      throw new KindredError('CONFLICT', 'A person with a name cannot become part of one without.', {
        hint: 'Merge them the other way round.',
      });
    }
    const grouped = isNaming ? await this.without(await this.facesOf(fromId), into.id) : [];
    await this.assign(grouped, into.id);
    await this.ports.people.mergeInto(fromId, into.id);
    const mentioned = await facesSpokenOf(this.ports, [fromId, into.id]);
    await projectFaces(this.ports, mentioned);
    await this.ports.faces.moveSuggestions(fromId, into.id);
    await this.announce([...new Set([...mentioned, ...grouped.map((face) => face.id)])], [into.id]);
  }

  /** Those of the faces that nobody said were not this person. */
  private async without(faces: readonly Face[], person: PersonId): Promise<Face[]> {
    const rejections = await this.ports.faces.rejectionsOf(faces.map((face) => face.id));
    return faces.filter((face) => !rejections.get(face.id)?.has(person));
  }

  /** Somebody who became part of another is not there to be deleted, and the other was not meant. */
  private async deleteOne(id: string): Promise<void> {
    const person = await this.require(id);
    if (person.id !== id) throw missingPerson();
    const labeled = await this.ports.faces.getMany(await this.ports.faces.labeledAs(person.id));
    const at = this.ports.clock.now();
    await recordDecisions(
      this.ports,
      labeled.map((face): Decision => ({ ...this.decisionOn(face, at), kind: 'unassign' })),
    );
    await this.ports.faces.moveSuggestions(person.id, null);
    await this.ports.people.remove([person.id]);
    await this.announce(
      labeled.map((face) => face.id),
      [person.id],
    );
  }

  private async assign(faces: readonly Face[], person: PersonId): Promise<void> {
    const at = this.ports.clock.now();
    await recordDecisions(
      this.ports,
      faces.map((face): Decision => ({ ...this.decisionOn(face, at), kind: 'assign', person })),
    );
  }

  private decisionOn({ id, photo }: Face, at: string) {
    return { id: randomUUID(), face: id, photo, actor: 'user', at };
  }

  private async announce(faces: readonly FaceId[], people: readonly PersonId[]): Promise<void> {
    // Events stay far below the size that the bus takes, however many faces a person has.
    for (let start = 0; start === 0 || start < faces.length; start += PAGE) {
      await this.ports.bus.publish('faces.labeled', {
        id: randomUUID(),
        data: { faces: faces.slice(start, start + PAGE), people },
      });
    }
  }

  private async facesOf(person: PersonId): Promise<Face[]> {
    const faces: Face[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Ports['faces']['list']>> = await this.ports.faces.list({
        person,
        limit: PAGE,
        after,
      });
      faces.push(...page.items);
      after = page.next;
    } while (after !== null);
    return faces;
  }

  /** What became of each id, in order; one that is given twice is worked on once and answered alike. */
  private async outcomesOf(
    ids: readonly string[],
    work: (id: string) => Promise<void>,
  ): Promise<PersonOutcome[]> {
    const failures = new Map<string, Failure | null>();
    for (const id of new Set(ids)) {
      try {
        await work(id);
        failures.set(id, null);
      } catch (error) {
        if (!(error instanceof KindredError)) throw error;
        failures.set(id, toFailure(error));
      }
    }
    return ids.map((id) => ({ id, failure: failures.get(id) ?? null }));
  }
}

function missingPerson(): KindredError {
  return new KindredError('NOT_FOUND', 'There is no such person any more.', {
    hint: 'Look at the list of people again.',
  });
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;
