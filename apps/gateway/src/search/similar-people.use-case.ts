import {
  type FaceAnalysis,
  type FaceId,
  isFaceId,
  type PersonId,
  type PersonWithCounts,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** Somebody whom faces look like. */
export interface SimilarPerson {
  readonly person: PersonWithCounts;
  /** Probability in (0, 1): the highest of any of the faces. */
  readonly confidence: number;
}

/** Of many faces so many are looked at. */
const MOST_FACES = 20;
/** Neighbours of each of them. */
const NEIGHBOURS = 40;

/** Finds whom faces of the library look like, for somebody who is about to say who they are. */
export class SimilarPeople {
  constructor(
    private readonly ports: Pick<Ports, 'faces' | 'vectors' | 'people'>,
    private readonly analysis: Pick<FaceAnalysis, 'pack' | 'confidenceOf'>,
  ) {}

  /** The most probable first; whom a human said one of the faces is not is left out. */
  async of(faceIds: readonly string[], count: number): Promise<readonly SimilarPerson[]> {
    const ids = faceIds.filter(isFaceId).slice(0, MOST_FACES);
    const confidences = new Map<PersonId, number>();
    const meet = (person: PersonId, confidence: number) =>
      confidences.set(person, Math.max(confidence, confidences.get(person) ?? 0));
    for (const { standing } of await this.ports.faces.getMany(ids))
      if (standing.state === 'inferred') meet(standing.person, standing.confidence);
    for (const { person, similarity } of await this.labeledNear(ids))
      meet(person, this.analysis.confidenceOf(similarity));
    for (const rejected of (await this.ports.faces.rejectionsOf(ids)).values())
      for (const person of rejected) confidences.delete(person);
    const people = await this.ports.people.getMany([...confidences.keys()]);
    return people
      .filter(({ identity }) => identity.kind === 'named')
      .map((person) => ({ person, confidence: confidences.get(person.id)! }))
      .sort((one, other) => other.confidence - one.confidence)
      .slice(0, count);
  }

  private async labeledNear(ids: readonly FaceId[]) {
    const { vectors, faces } = this.ports;
    const queries = [...(await vectors.get(this.analysis.pack, ids)).values()];
    if (queries.length === 0) return [];
    const own = new Set(ids);
    const answers = await vectors.neighbours(this.analysis.pack, queries, { count: NEIGHBOURS });
    const similarities = new Map<FaceId, number>();
    for (const { face, similarity } of answers.flat())
      if (!own.has(face)) similarities.set(face, Math.max(similarity, similarities.get(face) ?? -1));
    return (await faces.getMany([...similarities.keys()])).flatMap(({ id, standing }) =>
      standing.state === 'labeled' ? [{ person: standing.person, similarity: similarities.get(id)! }] : [],
    );
  }
}
