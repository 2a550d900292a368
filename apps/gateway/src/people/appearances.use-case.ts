import { setImmediate as nextTurn } from 'node:timers/promises';
import { appearanceGroups, leastAlike } from '@kindred/clustering';
import {
  type AppearanceOfPerson,
  type Face,
  type FaceAnalysis,
  type PersonWithCounts,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** A face and how much it looks like the other ones of its person. */
export interface Outlier {
  readonly face: Face;
  readonly similarity: number;
}

/** Newest labeled faces that are compared with their mean: some milliseconds. */
const MOST_COMPARED = 1_000;
/** Newest faces that are grouped: each is compared with each. */
const MOST_GROUPED = 400;
/** Probability that two groups are one person from which they are one appearance. */
const SAME_APPEARANCE = 0.5;
const PRECISION = 1e-3;

/** What a person looks like: faces that do not fit the others, and groups that look alike. */
export class Appearances {
  constructor(
    private readonly ports: Pick<Ports, 'faces' | 'vectors'>,
    private readonly analysis: Pick<FaceAnalysis, 'pack' | 'confidenceOf'>,
  ) {}

  /** Labeled faces that look least like the others, the least alike first. */
  async outliers(person: PersonWithCounts, count: number): Promise<readonly Outlier[]> {
    const { faces, vectors } = await this.newest(person, MOST_COMPARED);
    return leastAlike(vectors)
      .slice(0, count)
      .map(({ index, similarity }) => ({ face: faces[index]!, similarity }));
  }

  /** Groups of faces that look alike, the largest first. */
  async groups(person: PersonWithCounts): Promise<readonly AppearanceOfPerson[]> {
    const { faces, vectors } = await this.newest(person, MOST_GROUPED);
    const leastSimilarity = this.similarityOf(SAME_APPEARANCE);
    const groups = await appearanceGroups(vectors, { leastSimilarity, pause: () => nextTurn() });
    return groups.map((group) => ({ faceIds: group.map((index) => faces[index]!.id) }));
  }

  /** Faces that humans said are this person, or the trainer for somebody unknown, as far as they are described. */
  private async newest({ id, identity }: PersonWithCounts, limit: number) {
    const state = identity.kind === 'named' ? 'labeled' : undefined;
    const { items } = await this.ports.faces.list({ person: id, state, sort: 'DATE', limit });
    const known = await this.ports.vectors.get(
      this.analysis.pack,
      items.map((face) => face.id),
    );
    const faces = items.filter((face) => known.has(face.id));
    return { faces, vectors: faces.map((face) => known.get(face.id)!) };
  }

  /** The similarity from which two faces are one person with this probability, by halving. */
  private similarityOf(probability: number): number {
    let [low, high] = [-1, 1];
    while (high - low > PRECISION) {
      const middle = (low + high) / 2;
      if (this.analysis.confidenceOf(middle) < probability) low = middle;
      else high = middle;
    }
    return high;
  }
}
