import { availableParallelism } from 'node:os';
import {
  type FaceId,
  type FaceObservation,
  type PackName,
  type PersonId,
  recordDecisions,
  type Suggestion,
} from '@kindred/domain';
import { aFace, aFaceId, anAssignment, anUnknownPerson, aPerson, aPhotoId } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { generateParts } from '../libraries/generate-library';
import { type Library, NOBODY } from '../libraries/library';
import { labelingsOf } from '../train-quality/labeling';
import { nobody } from './learnable-library';
import { LABELS, type ScalePlan } from './plan';

const BATCH = 1000;
/** Confidence of those who are suggested; what exactly is of no meaning here. */
const CONFIDENCE = 0.95;

/** Whom faces stand for in a library that was trained: here, who they are. */
type Facts = Omit<Library, 'vectors' | 'name'>;

/**
 * A generated library in the stores of Kindred, as it is after a training that made no mistakes: some people are
 * labeled, their other faces are suggested, the others are grouped or alone. Its last faces are yet to come.
 */
export class StoredLibrary {
  private constructor(
    readonly ports: TestPorts,
    /** Faces in the stores. */
    readonly faces: number,
    private readonly newcomers: readonly Newcomer[],
    private readonly pack: PackName,
  ) {}

  static async open(plan: ScalePlan, newFaces: number): Promise<StoredLibrary> {
    const pack = plan.facts.pack as PackName;
    const ports = await openTestPorts({ searchThreads: availableParallelism() });
    const facts = factsOf(plan);
    const stored = plan.faces - newFaces;
    const newcomers: Newcomer[] = [];
    let start = 0;
    for (const { vectors, dimension, people } of generateParts(plan, BATCH)) {
      const part = Array.from(people, (_, place) => ({
        observation: observationOf(facts, start + place, pack),
        vector: vectors.subarray(place * dimension, (place + 1) * dimension),
      }));
      const old = part.slice(0, Math.max(0, stored - start));
      newcomers.push(
        ...part.slice(old.length).map(({ observation, vector }) => ({ observation, vector: vector.slice() })),
      );
      await ports.vectors.upsert(
        pack,
        old.map(({ observation: { id: face }, vector }) => ({ face, vector })),
      );
      await ports.faces.upsert(old.map(({ observation }) => observation));
      start += part.length;
    }
    await new Standings(ports, facts, stored, plan.seed).write();
    return new StoredLibrary(ports, stored, newcomers, pack);
  }

  /** A face that was just found, stored with its embedding as the detector does. */
  async find(place: number): Promise<FaceObservation> {
    const { observation, vector } = this.newcomers[place]!;
    await this.ports.vectors.upsert(this.pack, [{ face: observation.id, vector }]);
    await this.ports.faces.upsert([observation]);
    return observation;
  }

  close(): Promise<void> {
    return this.ports.close();
  }
}

interface Newcomer {
  readonly observation: FaceObservation;
  readonly vector: Float32Array;
}

/** Who the stored faces are, person by person. */
class Standings {
  private readonly labels: Int32Array;
  private readonly faces = new Map<number, number[]>();

  constructor(
    private readonly ports: TestPorts,
    private readonly facts: Facts,
    stored: number,
    seed: number,
  ) {
    this.labels = labelingsOf(
      { ...facts, name: '', vectors: new Float32Array(0) },
      [LABELS],
      seed,
    )[0]!.labels;
    for (const [face, person] of facts.people.subarray(0, stored).entries()) {
      if (person === NOBODY) continue;
      const known = this.faces.get(person);
      if (known) known.push(face);
      else this.faces.set(person, [face]);
    }
  }

  async write(): Promise<void> {
    let suggestions: Suggestion[] = [];
    let number = 1;
    for (const [person, faces] of this.faces) {
      const labeled = faces.filter((face) => this.labels[face] === person);
      if (labeled.length === 0 && faces.length === 1) continue;
      const somebody = labeled.length > 0 ? aPerson(`Person ${person}`) : anUnknownPerson(number++);
      await this.ports.people.create(somebody);
      await this.label(labeled, somebody.id);
      for (const face of faces) {
        if (this.labels[face] !== person)
          suggestions.push({ face: idOf(face), person: somebody.id, confidence: CONFIDENCE });
      }
      if (suggestions.length < BATCH) continue;
      await this.suggest(suggestions);
      suggestions = [];
    }
    await this.suggest(suggestions);
  }

  private async label(faces: readonly number[], person: PersonId): Promise<void> {
    await recordDecisions(
      this.ports,
      faces.map((face) => anAssignment(idOf(face), person, { photo: aPhotoId(this.facts.photos[face]!) })),
    );
  }

  private async suggest(suggestions: readonly Suggestion[]): Promise<void> {
    for (let start = 0; start < suggestions.length; start += BATCH)
      await this.ports.faces.changeSuggestions({ set: suggestions.slice(start, start + BATCH), clear: [] });
  }
}

/** Everything but the embeddings, which are too many to keep. */
function factsOf(plan: ScalePlan): Facts {
  const facts = {
    dimension: plan.facts.dimension,
    people: nobody(plan.faces),
    photos: new Uint32Array(plan.faces),
    qualities: new Float32Array(plan.faces),
    households: new Int32Array(0),
    scenes: new Uint32Array(plan.faces),
  };
  let start = 0;
  for (const { people, photos, qualities, scenes } of generateParts(plan)) {
    facts.people.set(people, start);
    facts.photos.set(photos, start);
    facts.qualities.set(qualities, start);
    facts.scenes.set(scenes, start);
    start += people.length;
  }
  return facts;
}

function observationOf({ qualities, photos }: Facts, face: number, pack: PackName): FaceObservation {
  const overall = qualities[face]!;
  const quality = { overall, size: overall, sharpness: overall, pose: overall };
  return aFace({ id: idOf(face), pack, quality, photo: aPhotoId(photos[face]!) });
}

const idOf = (face: number): FaceId => aFaceId(face);
