import {
  type Decision,
  type Deed,
  deedTakingBack,
  eraseFaces,
  type EventPayloads,
  type Face,
  type FaceId,
  type FaceStanding,
  type Job,
  type JobId,
  knownPerson,
  performAction,
  type PersonId,
  recordDecisions,
  requestTraining,
  viewsOf,
  type Lease,
} from '@kindred/domain';
import {
  aDecisionId,
  aDeletion,
  aFace,
  aFaceId,
  aJobId,
  anAssignment,
  anIgnoring,
  anUnassignment,
  anUnignoring,
  aPackName,
  aPerson,
  aPhotoId,
  aRejection,
  aRestoration,
  aUnitVector,
  aUnitVectorNear,
} from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { PeopleLearner } from '@kindred/clustering';
import { LeaseOfProcess } from '../lease/lease-of-process';
import { RefreshSuggestions } from '../refresh/refresh-suggestions.use-case';
import type { ChangeDelivery } from '../refresh/change-collector';
import { type Rules, rulesOf } from '../rules';
import { TrainLibrary } from '../train-library/train-library.use-case';

const DIMENSION = 256;
/** How alike a person's photos are to how the person looks; two of them are about the square of it alike. */
const LIKENESS = 0.85;

export const RULES: Rules = rulesOf(
  aPackName(),
  { sameFace: 0.36, slope: 30, intercept: -10.8 },
  { minimumConfidence: 0.5, minimumGroupSize: 2 },
);

/** A face as it was drawn. */
interface Drawn {
  readonly vector: Float32Array | null;
  readonly photo: string | number;
  readonly overall: number;
}

/** A library whose people look as a test wants, and whose trainer is asked directly, so that nothing waits for time. */
export class TestLibrary {
  readonly trainer: TrainLibrary;
  readonly refresher: RefreshSuggestions;
  private readonly learner = new PeopleLearner({ processors: 1 });
  private events: ChangeDelivery[] = [];
  /** Every face that there ever was, as it would be found again. */
  private readonly drawn = new Map<FaceId, Drawn>();
  private count = 0;

  private constructor(
    readonly ports: TestPorts,
    photosAtOnce: number | undefined,
    lease: Lease,
  ) {
    const rules = () => Promise.resolve(RULES);
    this.trainer = new TrainLibrary(ports, rules, this.learner, lease);
    this.refresher = new RefreshSuggestions(ports, rules, this.learner, lease, photosAtOnce);
  }

  /** @param photosAtOnce photos that a refresh looks at together. */
  static async open({
    photosAtOnce,
    lease = new LeaseOfProcess(),
  }: { readonly photosAtOnce?: number; readonly lease?: Lease } = {}): Promise<TestLibrary> {
    return new TestLibrary(await openTestPorts(), photosAtOnce, lease);
  }

  async close(): Promise<void> {
    await this.learner.close();
    await this.ports.close();
  }

  /** A face of somebody who looks like `look`, any number; in a photo of its own when none is given. */
  async face(look: number, photo: string | number = `of face ${this.count + 1}`): Promise<FaceId> {
    this.count += 1;
    const vector = aUnitVectorNear(aUnitVector(look + 1000, DIMENSION), LIKENESS, this.count);
    return this.faceWith(vector, photo);
  }

  /** A face with this embedding, or with none. */
  async faceWith(vector: Float32Array | null, photo: string | number, overall = 0.8): Promise<FaceId> {
    this.count += 1;
    const id = aFaceId(this.count);
    this.drawn.set(id, { vector, photo, overall });
    await this.store(id);
    const facts = { photo: aPhotoId(photo), job: aJobId(), pack: RULES.pack, faces: [id] };
    this.happened('faces.detected', facts);
    return id;
  }

  /** Several faces of one look, each in a photo of its own. */
  async faces(look: number, count: number): Promise<FaceId[]> {
    const faces: FaceId[] = [];
    for (let i = 0; i < count; i += 1) faces.push(await this.face(look));
    return faces;
  }

  async person(name: string): Promise<PersonId> {
    const person = aPerson(name);
    await this.ports.people.create(person);
    return person.id;
  }

  async label(face: FaceId, person: PersonId): Promise<void> {
    await this.decide(face, (facts) => anAssignment(face, person, facts), [person]);
  }

  async unlabel(face: FaceId): Promise<void> {
    await this.decide(face, (facts) => anUnassignment(face, facts), []);
  }

  async reject(face: FaceId, person: PersonId): Promise<void> {
    await this.decide(face, (facts) => aRejection(face, person, facts), [person]);
  }

  async ignore(face: FaceId): Promise<void> {
    await this.decide(face, (facts) => anIgnoring(face, facts), []);
  }

  async stopIgnoring(face: FaceId): Promise<void> {
    await this.decide(face, (facts) => anUnignoring(face, facts), []);
  }

  /** Deletes a face, which can be brought back. */
  async hide(face: FaceId): Promise<void> {
    const { photo } = (await this.ports.faces.get(face))!;
    await recordDecisions(this.ports, [aDeletion(face, { photo, seed: this.nextSeed() })]);
    this.happened('faces.deleted', { faces: [face] });
  }

  /** Deletes a face for good. */
  async delete(face: FaceId): Promise<void> {
    await this.hide(face);
    await eraseFaces(this.ports, [face]);
  }

  /** Brings every face back that was deleted and not erased, with the label that it had. */
  async restoreAll(): Promise<void> {
    for (const { id, photo } of await this.ports.faces.deletedAmong([...this.drawn.keys()])) {
      const { formerly } = (await viewsOf(this.ports, [id])).get(id)!;
      await recordDecisions(this.ports, [
        aRestoration(id, { photo, seed: this.nextSeed() }),
        ...(formerly === null ? [] : [anAssignment(id, formerly, { photo, seed: this.nextSeed() })]),
      ]);
      this.happened('faces.labeled', { faces: [id], people: formerly === null ? [] : [formerly] });
    }
  }

  /** Finds every face again as a rescan of all photos does, those that were deleted too. */
  async rescan(): Promise<void> {
    for (const [id, { photo }] of this.drawn) {
      const isThere = (await this.ports.faces.get(id)) !== null;
      await this.store(id);
      if (isThere) continue;
      await recordDecisions(this.ports, [
        aRestoration(id, { photo: aPhotoId(photo), seed: this.nextSeed() }),
      ]);
      this.happened('faces.detected', {
        photo: aPhotoId(photo),
        job: aJobId(),
        pack: RULES.pack,
        faces: [id],
      });
    }
  }

  /** Does something to people as the gateway does; answers the id by which it can be taken back. */
  async act(deed: Deed, takesBack: string | null = null): Promise<string> {
    const id = aDecisionId(this.nextSeed());
    const told = this.ports.bus.published('faces.labeled').length;
    await performAction(this.ports, { id, actor: 'user', deed, takesBack });
    for (const event of this.ports.bus.published('faces.labeled').slice(told))
      this.events.push({ event, attempt: 1 });
    return id;
  }

  /** @throws KindredError `CONFLICT` when something that was done since stands in the way. */
  async takeBack(action: string): Promise<string> {
    const deed = await deedTakingBack(this.ports, (await this.ports.actions.get(action))!);
    return this.act(deed, action);
  }

  async merge(from: PersonId, into: PersonId): Promise<string> {
    const person = knownPerson((await this.ports.people.get(from))!);
    return this.act({ kind: 'merged', person, into });
  }

  async deletePerson(id: PersonId): Promise<string> {
    return this.act({ kind: 'deleted', person: knownPerson((await this.ports.people.get(id))!) });
  }

  async tellApart(one: PersonId, other: PersonId): Promise<void> {
    await this.ports.questions.answer({
      one,
      other,
      answer: 'different',
      actor: 'user',
      at: this.ports.clock.now(),
    });
  }

  /** Gives an unknown person a name, which labels its faces. */
  async name(person: PersonId, name: string): Promise<string> {
    const { identity: from } = (await this.ports.people.get(person))!;
    return this.act({ kind: 'named', person, from, to: { kind: 'named', name } });
  }

  /** Trains the whole library; everything that happened before is then looked at. */
  async train(): Promise<Job> {
    const job = await requestTraining(this.ports);
    await this.deliver(job.id);
    this.events = [];
    return (await this.ports.jobs.get(job.id))!;
  }

  /** What happens when a trainer takes the request for this training. */
  deliver(job: JobId, shutdown = new AbortController().signal): Promise<void> {
    return this.trainer.train(
      { id: job, subject: 'train.requested', source: 'test', time: this.ports.clock.now(), data: { job } },
      shutdown,
    );
  }

  /** Has the trainer look at what happened since the last time. */
  async refresh(shutdown?: AbortSignal): Promise<void> {
    const events = this.events;
    this.events = [];
    await this.refresher.refresh(events, shutdown);
  }

  /** Has the trainer look at these faces as if they had just been detected. */
  async refreshAgain(faces: readonly FaceId[]): Promise<void> {
    await this.refresher.refresh(faces.map((face) => ({ ...this.detection(face), attempt: 2 })));
  }

  detection(face: FaceId): ChangeDelivery {
    const data = { photo: aPhotoId(), job: aJobId(), pack: RULES.pack, faces: [face] };
    const event = {
      id: this.nextSeed(),
      subject: 'faces.detected',
      source: 'test',
      time: this.ports.clock.now(),
      data,
    } as const;
    return { event, attempt: 1 };
  }

  async standing(face: FaceId): Promise<FaceStanding> {
    return (await this.ports.faces.get(face))!.standing;
  }

  /** The person that a face stands for: as labeled, suggested or grouped. */
  async who(face: FaceId): Promise<PersonId | null> {
    return (await this.standing(face)).person;
  }

  async all(): Promise<readonly Face[]> {
    return (await this.ports.faces.scroll({ limit: 1000 })).items;
  }

  /** Ids and numbers of the unknown people, with how many faces they have. */
  async unknown(): Promise<{ id: PersonId; number: number; faces: number }[]> {
    const page = await this.ports.people.list({ kind: 'unknown', sort: 'NAME', limit: 1000 });
    return page.items.map(({ id, identity, counts }) => ({
      id,
      number: identity.kind === 'unknown' ? identity.number : 0,
      faces: counts.unknown,
    }));
  }

  private async store(id: FaceId): Promise<void> {
    const { vector, photo, overall } = this.drawn.get(id)!;
    if (vector !== null) await this.ports.vectors.upsert(RULES.pack, [{ face: id, vector }]);
    const quality = { overall, size: overall, sharpness: overall, pose: overall };
    await this.ports.faces.upsert([aFace({ id, photo: aPhotoId(photo), quality })]);
  }

  private async decide(
    face: FaceId,
    decision: (facts: Partial<Decision> & { seed: string }) => Decision,
    people: readonly PersonId[],
  ): Promise<void> {
    const { photo, standing } = (await this.ports.faces.get(face))!;
    await recordDecisions(this.ports, [decision({ photo, seed: this.nextSeed() })]);
    this.happened('faces.labeled', {
      faces: [face],
      people: [...people, ...(standing.person ? [standing.person] : [])],
    });
  }

  private happened<S extends ChangeDelivery['event']['subject']>(subject: S, data: EventPayloads[S]): void {
    const event = { id: this.nextSeed(), subject, source: 'test', time: this.ports.clock.now(), data };
    this.events.push({ event, attempt: 1 } as ChangeDelivery);
  }

  private nextSeed(): string {
    this.count += 1;
    return `event ${this.count}`;
  }
}
