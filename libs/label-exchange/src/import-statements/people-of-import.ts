import { KindredError, normalisePersonName, type PersonId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

interface Introduced {
  readonly id: PersonId;
  readonly name: string;
  readonly createdAt: string;
}

/** Who the people of an import are in this library: the same id or the same name is the same person. */
export class PeopleOfImport {
  readonly created = new Set<PersonId>();
  private readonly here = new Map<PersonId, PersonId>();
  private readonly names = new Map<PersonId, string>();

  constructor(private readonly people: Ports['people']) {}

  /** Finds somebody, or makes a person of them. @throws KindredError `NAME_INVALID`. */
  async introduce(person: Introduced): Promise<PersonId> {
    const known = this.here.get(person.id);
    if (known !== undefined) return known;
    const name = normalisePersonName(person.name);
    const id = await this.findOrCreate({ ...person, name });
    this.here.set(person.id, id);
    this.names.set(person.id, name);
    return id;
  }

  /** Somebody who was introduced, or else by the same id; groups without a name are known where they were found only. */
  async find(id: PersonId): Promise<PersonId> {
    return this.here.get(id) ?? (await this.resolve(id));
  }

  nameOf(id: PersonId): string | null {
    return this.names.get(id) ?? null;
  }

  private async findOrCreate(person: Introduced): Promise<PersonId> {
    const id = await this.resolve(person.id);
    const sameId = await this.people.get(id);
    if (sameId?.identity.kind === 'named') return id;
    const sameName = await this.people.findByName(person.name);
    if (sameName !== null) return sameName.id;
    try {
      if (sameId !== null) await this.people.rename(id, person.name);
      else await this.people.create({ ...named(person), id });
      this.created.add(id);
      return id;
    } catch (error) {
      // Somebody else took the name in between.
      const winner = isNameTaken(error) ? await this.people.findByName(person.name) : null;
      if (winner === null) throw error;
      return winner.id;
    }
  }

  private async resolve(id: PersonId): Promise<PersonId> {
    return (await this.people.resolve([id])).get(id) ?? id;
  }
}

const named = ({ name, createdAt }: Introduced) =>
  ({ identity: { kind: 'named', name }, cover: null, createdAt }) as const;

const isNameTaken = (error: unknown): boolean => error instanceof KindredError && error.code === 'NAME_TAKEN';
