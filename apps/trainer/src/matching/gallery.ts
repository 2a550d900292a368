import type { FaceId, FaceStore, PersonId, PersonStore, PhotoId } from '@kindred/domain';
import { pagesOf } from '../library/pages';
import type { StandingFace } from '../library/standing-face';

/** The faces that humans labeled, by the people they are: what other faces are compared with. */
export class Gallery {
  readonly people: ReadonlySet<PersonId>;
  readonly faces: ReadonlySet<FaceId>;

  private constructor(private readonly persons: ReadonlyMap<FaceId, PersonId>) {
    this.people = new Set(persons.values());
    this.faces = new Set(persons.keys());
  }

  /** Every labeled face of a person who exists. */
  static async load({
    people,
    faces,
  }: {
    readonly people: PersonStore;
    readonly faces: FaceStore;
  }): Promise<Gallery> {
    const persons = new Map<FaceId, PersonId>();
    for await (const page of pagesOf((request) => people.list({ sort: 'NAME', ...request }))) {
      for (const { id, counts } of page) {
        if (counts.labeled === 0) continue;
        for (const face of await faces.labeledAs(id)) persons.set(face, id);
      }
    }
    return new Gallery(persons);
  }

  personOf(face: FaceId): PersonId | undefined {
    return this.persons.get(face);
  }

  /** The labeled faces of everybody but these people. */
  facesWithout(people: ReadonlySet<PersonId>): ReadonlySet<FaceId> {
    return new Set([...this.persons].flatMap(([face, person]) => (people.has(person) ? [] : [face])));
  }
}

/** Who is labeled in each photo. */
export function labeledPeople(faces: Iterable<StandingFace>): ReadonlyMap<PhotoId, ReadonlySet<PersonId>> {
  const people = new Map<PhotoId, Set<PersonId>>();
  for (const face of faces) {
    if (face.standing.state !== 'labeled') continue;
    people.set(face.photo, (people.get(face.photo) ?? new Set()).add(face.standing.person));
  }
  return people;
}
