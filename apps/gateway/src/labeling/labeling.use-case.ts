import { randomUUID } from 'node:crypto';
import { type Decision, eraseFaces, type Face, type PersonId, recordDecisions } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { People } from '../people/people.use-case';
import { checkFaces, type FaceOutcome } from './checked-faces';

/** Who says so; there is one user so far. */
const ACTOR = 'user';

type Statement =
  { readonly kind: 'assign' | 'reject'; readonly person: PersonId } | { readonly kind: 'unassign' };

/** What humans say about faces: the log is written first, then the faces, then everybody is told. */
export class Labeling {
  constructor(
    private readonly ports: Ports,
    private readonly people: People,
  ) {}

  /**
   * Says that faces are a person, by id or by name; a new name becomes a new person.
   * @throws KindredError `NOT_FOUND`, `NAME_INVALID` or `ARGUMENT_INVALID`; nothing is said then.
   */
  async label(
    ids: readonly string[],
    whom: { readonly personId?: string | null; readonly name?: string | null },
  ): Promise<{ readonly person: PersonId | null; readonly outcomes: readonly FaceOutcome[] }> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    const person = await this.people.find(whom, { create: faces.length > 0 });
    if (person !== null) await this.say(faces, { kind: 'assign', person });
    return { person: faces.length > 0 ? person : null, outcomes };
  }

  async unlabel(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    await this.say(faces, { kind: 'unassign' });
    return outcomes;
  }

  /** Says that faces are not a person, for ever. @throws KindredError `NOT_FOUND` when there is no such person. */
  async reject(ids: readonly string[], personId: string): Promise<readonly FaceOutcome[]> {
    const person = await this.people.require(personId);
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    await this.say(faces, { kind: 'reject', person: person.id });
    return outcomes;
  }

  /** Removes faces with all that is kept of them; where they were is remembered, so that only a rescan brings them back. */
  async delete(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    await recordDecisions(
      this.ports,
      faces.map((face): Decision => ({ ...this.decisionOn(face), kind: 'delete', box: face.box })),
    );
    await eraseFaces(
      this.ports,
      faces.map(({ id }) => id),
    );
    if (faces.length > 0) {
      await this.ports.bus.publish('faces.deleted', {
        id: randomUUID(),
        data: { faces: faces.map(({ id }) => id) },
      });
    }
    return outcomes;
  }

  /** Records one statement about each face and announces it. */
  async say(faces: readonly Face[], statement: Statement): Promise<void> {
    if (faces.length === 0) return;
    await recordDecisions(
      this.ports,
      faces.map((face): Decision => ({ ...this.decisionOn(face), ...statement })),
    );
    const people = new Set(
      faces.flatMap(({ standing }) => (standing.person === null ? [] : [standing.person])),
    );
    if ('person' in statement) people.add(statement.person);
    await this.ports.bus.publish('faces.labeled', {
      id: randomUUID(),
      data: { faces: faces.map(({ id }) => id), people: [...people] },
    });
  }

  private decisionOn({ id, photo }: Face) {
    return { id: randomUUID(), face: id, photo, actor: ACTOR, at: this.ports.clock.now() };
  }
}
