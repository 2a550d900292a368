import { PeopleLearner } from '@kindred/clustering';
import {
  DEFAULT_PREFERENCES,
  type FaceId,
  type FaceStanding,
  type PackName,
  type PersonId,
  recordDecisions,
  requestTraining,
} from '@kindred/domain';
import { aFace, aFaceId, anAssignment, anUnassignment, aPerson, aPhotoId } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { LeaseOfProcess, type MatchingFacts, rulesOf, TrainLibrary } from '@kindred/trainer';
import { type Library, vectorOf } from '../libraries/library';
import type { Match, Recipe } from './recipe';

const BATCH = 1000;

/**
 * Kindred as its users have it: the real trainer over the real stores. A library is grouped first and labeled then,
 * with more and more labels, as people do.
 */
export class Kindred implements Recipe {
  readonly name = 'kindred';
  private opened: { readonly source: Library; readonly training: OpenLibrary } | null = null;

  constructor(
    private readonly pack: PackName,
    private readonly matching: MatchingFacts,
  ) {}

  async group(library: Library): Promise<Int32Array> {
    const training = await this.open(library);
    await training.train();
    return numbered((await training.standings()).map(({ person }) => person));
  }

  async match(library: Library, labels: Int32Array): Promise<Match> {
    const training = await this.open(library);
    await training.label(labels);
    await training.train();
    const standings = await training.standings();
    return {
      people: Int32Array.from(standings, (standing) =>
        standing.state === 'labeled' || standing.state === 'inferred'
          ? training.personOf(standing.person)
          : -1,
      ),
      confidences: Float64Array.from(standings, (standing) =>
        standing.state === 'inferred' ? standing.confidence : 1,
      ),
    };
  }

  async close(): Promise<void> {
    await this.opened?.training.close();
    this.opened = null;
  }

  private async open(library: Library): Promise<OpenLibrary> {
    if (this.opened?.source !== library) {
      await this.close();
      this.opened = { source: library, training: await OpenLibrary.open(library, this.pack, this.matching) };
    }
    return this.opened!.training;
  }
}

/** A library in the stores of a running Kindred. */
class OpenLibrary {
  private readonly people = new Map<number, PersonId>();
  private readonly numbers = new Map<PersonId, number>();
  private readonly labeled = new Set<number>();
  private statements = 0;

  private constructor(
    private readonly ports: TestPorts,
    private readonly learner: PeopleLearner,
    private readonly trainer: TrainLibrary,
    private readonly faces: readonly FaceId[],
    private readonly source: Library,
  ) {}

  static async open(library: Library, pack: PackName, matching: MatchingFacts): Promise<OpenLibrary> {
    const ports = await openTestPorts();
    const faces = Array.from(library.people, (_, face) => aFaceId(face));
    for (let start = 0; start < faces.length; start += BATCH) {
      const part = faces.slice(start, start + BATCH);
      const vectors = part.map((face, i) => ({ face, vector: vectorOf(library, start + i) }));
      await ports.vectors.upsert(pack, vectors);
      await ports.faces.upsert(
        part.map((id, i) => {
          const overall = library.qualities[start + i]!;
          const quality = { overall, size: overall, sharpness: overall, pose: overall };
          return aFace({ id, pack, quality, photo: aPhotoId(library.photos[start + i]!) });
        }),
      );
    }
    const rules = rulesOf(pack, matching, DEFAULT_PREFERENCES);
    const learner = new PeopleLearner();
    const trainer = new TrainLibrary(ports, () => Promise.resolve(rules), learner, new LeaseOfProcess());
    return new OpenLibrary(ports, learner, trainer, faces, library);
  }

  async train(): Promise<void> {
    const { id } = await requestTraining(this.ports);
    const time = this.ports.clock.now();
    const event = { id, subject: 'train.requested', source: 'bench', time, data: { job: id } } as const;
    await this.trainer.train(event, new AbortController().signal);
    const job = await this.ports.jobs.get(id);
    if (job?.state !== 'completed') throw new Error(`The training ended as ${job?.state}.`);
  }

  /** Labels what is not labeled yet, and takes back labels of people who are not to be known this time. */
  async label(labels: Int32Array): Promise<void> {
    const decisions = [];
    for (const [face, number] of labels.entries()) {
      const id = this.faces[face]!;
      const photo = aPhotoId(this.source.photos[face]!);
      if (number < 0 && this.labeled.delete(face)) {
        decisions.push(anUnassignment(id, { photo, seed: `unlabel ${this.statements++}` }));
      } else if (number >= 0 && !this.labeled.has(face)) {
        this.labeled.add(face);
        const person = await this.named(number);
        decisions.push(anAssignment(id, person, { photo, seed: `label ${this.statements++}` }));
      }
    }
    for (let start = 0; start < decisions.length; start += BATCH) {
      await recordDecisions(this.ports, decisions.slice(start, start + BATCH));
    }
  }

  /** What is said of each face, in the library's order. */
  async standings(): Promise<readonly FaceStanding[]> {
    const standings: FaceStanding[] = [];
    for (let start = 0; start < this.faces.length; start += BATCH) {
      const faces = await this.ports.faces.getMany(this.faces.slice(start, start + BATCH));
      standings.push(...faces.map(({ standing }) => standing));
    }
    return standings;
  }

  personOf(id: PersonId): number {
    return this.numbers.get(id) ?? -1;
  }

  async close(): Promise<void> {
    await this.learner.close();
    await this.ports.close();
  }

  private async named(number: number): Promise<PersonId> {
    let id = this.people.get(number);
    if (id === undefined) {
      const person = aPerson(`Person ${number}`);
      await this.ports.people.create(person);
      id = person.id;
      this.people.set(number, id);
      this.numbers.set(id, number);
    }
    return id;
  }
}

function numbered(people: readonly (PersonId | null)[]): Int32Array {
  const numbers = new Map<PersonId, number>();
  return Int32Array.from(people, (person) => {
    if (person === null) return -1;
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  });
}
