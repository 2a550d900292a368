import { randomUUID } from 'node:crypto';
import {
  type Decision,
  type Face,
  type FaceId,
  KindredError,
  type PersonId,
  recordDecisions,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { People } from '../people/people.use-case';
import {
  checkDeletedFacesToo,
  checkFaces,
  type FaceOutcome,
  type Said,
  type SpokenFace,
} from './checked-faces';
import { restatementsOf, type SaidAt, type Statement, takingBack } from './say-again';

/** Who says so; there is one user so far. */
const ACTOR = 'user';

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
    const meant = await this.people.find(whom, { create: faces.length > 0 });
    if (meant === null) return { person: null, outcomes };
    return this.people.unchangedWhile(async () => {
      const person = (await this.people.require(meant)).id;
      const said = await this.say(faces, { kind: 'assign', person });
      return { person: faces.length > 0 ? person : null, outcomes: withSaid(outcomes, said) };
    });
  }

  async unlabel(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    return withSaid(outcomes, await this.say(faces, { kind: 'unassign' }));
  }

  /** Says that faces are not a person, for ever. @throws KindredError `NOT_FOUND` when there is no such person. */
  async reject(ids: readonly string[], personId: string): Promise<readonly FaceOutcome[]> {
    const person = await this.people.require(personId);
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    return withSaid(outcomes, await this.say(faces, { kind: 'reject', person: person.id }));
  }

  /** Says that faces are strangers nobody cares about. */
  async ignore(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    const seen = faces.filter(({ standing }) => standing.state !== 'ignored');
    return withSaid(outcomes, await this.say(seen, { kind: 'ignore' }));
  }

  /** Faces are no longer ignored, and are who they were before. */
  async stopIgnoring(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    const ignored = faces.filter(({ standing }) => standing.state === 'ignored');
    return this.people.unchangedWhile(async () => {
      const statements = await takingBack(this.ports, 'ignored', ignored);
      return withSaid(outcomes, await this.sayEach(ignored, ({ id }) => statements.get(id)!));
    });
  }

  /** Says about each face again what was said at another place in the log; nothing is taken out of the log. */
  async sayAgain(wanted: readonly SaidAt[]): Promise<readonly FaceOutcome[]> {
    if (new Set(wanted.map(({ faceId }) => faceId)).size < wanted.length)
      throw new KindredError('ARGUMENT_INVALID', 'Each face can be given once only.');
    return this.people.unchangedWhile(() => this.restate(wanted));
  }

  private async restate(wanted: readonly SaidAt[]): Promise<readonly FaceOutcome[]> {
    const checked = await checkDeletedFacesToo(
      this.ports.faces,
      wanted.map(({ faceId }) => faceId),
    );
    const restatements = await restatementsOf(this.ports, wanted, checked.faces);
    const said = await this.sayEach(checked.faces, ({ id }) => restatements.get(id)?.statements ?? []);
    return withSaid(checked.outcomes, said).map((outcome, index) => {
      if (outcome.failure !== null) return outcome;
      const failure = restatements.get(outcome.id as FaceId)?.failure ?? null;
      const { now } = wanted[index]!;
      return { ...outcome, failure, said: failure === null ? (outcome.said ?? { before: now, now }) : null };
    });
  }

  /**
   * Deletes faces: they are gone from everything at once, and are erased when the time has passed in which `restore`
   * brings them back. Where they were is remembered for ever, so that only a rescan finds them then.
   */
  async delete(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkFaces(this.ports.faces, ids);
    return withSaid(outcomes, await this.sayEach(faces, ({ box }) => [{ kind: 'delete', box }]));
  }

  /** Brings deleted faces back as they were; those that are there stay as they are. */
  async restore(ids: readonly string[]): Promise<readonly FaceOutcome[]> {
    const { faces, outcomes } = await checkDeletedFacesToo(this.ports.faces, ids);
    const deleted = faces.filter(({ standing }) => standing === null);
    return this.people.unchangedWhile(async () => {
      const statements = await takingBack(this.ports, 'deleted', deleted);
      return withSaid(outcomes, await this.sayEach(deleted, ({ id }) => statements.get(id)!));
    });
  }

  /** Records one statement about each face and announces it. */
  say(faces: readonly Face[], statement: Statement): Promise<ReadonlyMap<FaceId, Said>> {
    return this.sayEach(faces, () => [statement]);
  }

  /** Records statements about each face as one action and announces them; answers where in the log they are. */
  private async sayEach<F extends SpokenFace>(
    all: readonly F[],
    statementsOn: (face: F) => readonly Statement[],
  ): Promise<ReadonlyMap<FaceId, Said>> {
    const faces = all.filter((face) => statementsOn(face).length > 0);
    if (faces.length === 0) return new Map();
    const at = this.ports.clock.now();
    const decisions = faces.flatMap((face) =>
      statementsOn(face).map((statement): Decision => ({ ...this.decisionOn(face, at), ...statement })),
    );
    await recordDecisions(this.ports, decisions);
    await this.announce(faces, decisions);
    return this.placesOf(decisions);
  }

  private async announce(faces: readonly SpokenFace[], decisions: readonly Decision[]): Promise<void> {
    const deleted = new Set(decisions.flatMap(({ kind, face }) => (kind === 'delete' ? [face] : [])));
    if (deleted.size > 0)
      await this.ports.bus.publish('faces.deleted', { id: randomUUID(), data: { faces: [...deleted] } });
    const labeled = faces.filter(({ id }) => !deleted.has(id));
    if (labeled.length === 0) return;
    const people = new Set([
      ...labeled.flatMap(({ standing }) => standing?.person ?? []),
      ...decisions.flatMap((decision) => ('person' in decision ? [decision.person] : [])),
    ]);
    await this.ports.bus.publish('faces.labeled', {
      id: randomUUID(),
      data: { faces: labeled.map(({ id }) => id), people: [...people] },
    });
  }

  /** For each face the place of its last decision before these, and of the last of these. */
  private async placesOf(decisions: readonly Decision[]): Promise<ReadonlyMap<FaceId, Said>> {
    const own = new Set(decisions.map(({ id }) => id));
    const log = await this.ports.labels.ofFaces([...new Set(decisions.map(({ face }) => face))]);
    return new Map(
      [...log].map(([face, logged]) => {
        const first = logged.findIndex(({ id }) => own.has(id));
        const last = logged.findLast(({ id }) => own.has(id))!;
        return [face, { before: logged[first - 1]?.sequence ?? 0, now: last.sequence }];
      }),
    );
  }

  private decisionOn({ id, photo }: SpokenFace, at: string) {
    return { id: randomUUID(), face: id, photo, actor: ACTOR, at };
  }
}

function withSaid(outcomes: readonly FaceOutcome[], said: ReadonlyMap<FaceId, Said>): FaceOutcome[] {
  return outcomes.map((outcome) => ({ ...outcome, said: said.get(outcome.id as FaceId) ?? null }));
}
