import {
  KindredError,
  normalisePersonName,
  pastBirthDate,
  type PersonId,
  personNameKey,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { PersonStatement } from '../statements/statement';
import { IntroducedPeople } from './introduced-people';

interface Introduced {
  readonly id: PersonId;
  readonly name: string;
  readonly createdAt: string;
}

/** Who the people of an import are in this library: the same id or the same name is the same person. */
export class PeopleOfImport {
  private readonly introduced = new IntroducedPeople();

  constructor(private readonly people: Ports['people']) {}

  /** Finds somebody, or makes a person of them. @throws KindredError `NAME_INVALID`. */
  async introduce(person: Introduced): Promise<PersonId> {
    const known = this.introduced.find(person.id);
    if (known !== null) return known.here;
    const name = normalisePersonName(person.name);
    const found = await this.findOrCreate({ ...person, name });
    this.introduced.add({ ...found, id: person.id, name });
    return found.here;
  }

  /**
   * Takes in what else is said of somebody who was introduced: aliases besides those that are known here, a birth date
   * where there is none, and that a person is hidden whom this import made. Answers the errors of the aliases and
   * the birth date that cannot be.
   * @param now ISO 8601.
   */
  async describe(
    { id, aliases = [], birthDate, hidden }: PersonStatement,
    now: string,
  ): Promise<KindredError[]> {
    const introduced = this.introduced.find(id);
    const person = introduced === null ? null : await this.people.get(introduced.here);
    if (introduced === null || person === null) return [];
    const refused =
      person.birthDate === null && birthDate !== undefined
        ? await this.addBirthDate(person.id, birthDate, now)
        : [];
    if (hidden && !person.hidden && introduced.created)
      await this.people.changeDetails(person.id, { hidden });
    return [...refused, ...(await this.addAliases(person.id, person.aliases, aliases))];
  }

  /** Somebody who was introduced, or else by the same id; groups without a name are known where they were found only. */
  async find(id: PersonId): Promise<PersonId> {
    return this.introduced.find(id)?.here ?? (await this.resolve(id));
  }

  nameOf(id: PersonId): string | null {
    return this.introduced.find(id)?.name ?? null;
  }

  /** How many there are: those that were made here and those that were known. */
  counts(): { readonly created: number; readonly known: number } {
    return this.introduced.counts();
  }

  close(): void {
    this.introduced.close();
  }

  private async addBirthDate(id: PersonId, said: string, now: string): Promise<KindredError[]> {
    try {
      await this.people.changeDetails(id, { birthDate: pastBirthDate(said, now) });
      return [];
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'ARGUMENT_INVALID') throw error;
      return [error];
    }
  }

  private async addAliases(
    id: PersonId,
    known: readonly string[],
    said: readonly string[],
  ): Promise<KindredError[]> {
    const refused: KindredError[] = [];
    let aliases = known;
    for (const alias of said) {
      try {
        const key = personNameKey(alias);
        if (aliases.some((other) => personNameKey(other) === key)) continue;
        await this.people.changeDetails(id, { aliases: [...aliases, alias] });
        aliases = [...aliases, alias];
      } catch (error) {
        if (!isNameTaken(error) && !isNameInvalid(error)) throw error;
        refused.push(error as KindredError);
      }
    }
    return refused;
  }

  private async findOrCreate(
    person: Introduced,
  ): Promise<{ readonly here: PersonId; readonly created: boolean }> {
    const id = await this.resolve(person.id);
    const sameId = await this.people.get(id);
    if (sameId?.identity.kind === 'named') return { here: id, created: false };
    const sameName = await this.people.findByName(person.name);
    if (sameName !== null) return { here: sameName.id, created: false };
    try {
      if (sameId !== null) await this.people.rename(id, person.name);
      else await this.people.create({ ...named(person), id });
      return { here: id, created: true };
    } catch (error) {
      // Somebody else took the name in between.
      const winner = isNameTaken(error) ? await this.people.findByName(person.name) : null;
      if (winner === null) throw error;
      return { here: winner.id, created: false };
    }
  }

  private async resolve(id: PersonId): Promise<PersonId> {
    return (await this.people.resolve([id])).get(id) ?? id;
  }
}

const named = ({ name, createdAt }: Introduced) =>
  ({ identity: { kind: 'named', name }, cover: null, createdAt }) as const;

const isNameTaken = (error: unknown): boolean => error instanceof KindredError && error.code === 'NAME_TAKEN';
const isNameInvalid = (error: unknown): boolean =>
  error instanceof KindredError && error.code === 'NAME_INVALID';
