import { EdgeList, type Edges, type FaceGroup, groupFacesAside, type GroupInput, keepIdentity } from '@kindred/clustering';
import type { FaceId, FaceStore, PackName, PersonId, PhotoId, VectorIndex } from '@kindred/domain';
import { inBatches } from '../library/batches';
import { groupOf, type StandingFace } from '../library/standing-face';
import type { Rules } from '../rules';
import { Numbering } from './numbering';
import type { UnknownGroup } from './unknown-group';

/** How many of the other strangers each one may be joined with: the nearest, and the face itself. */
const NEIGHBOURS = 24;
const NO_GROUP = -1;

export interface GroupingStores {
  readonly faces: Pick<FaceStore, 'rejectionsOf'>;
  readonly vectors: VectorIndex;
}

export interface GroupingOptions {
  /** People with labeled faces: a group does not become one of them. */
  readonly taken: ReadonlySet<PersonId>;
  /** Told after each part how many faces it had; throws to stop. */
  readonly onProgress: (faces: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Groups every face that is nobody labeled, anew. A group is the unknown person that most of its faces were before,
 * so that people stay who they are from training to training.
 */
export async function groupStrangers(
  stores: GroupingStores,
  rules: Rules,
  strangers: readonly StandingFace[],
  { taken, onProgress, signal }: GroupingOptions,
): Promise<readonly UnknownGroup[]> {
  // A face without a neighbour is alone whatever the others do, so its vector is not needed.
  const { faces, edges } = connectedFaces(strangers, await neighbourGraph(stores.vectors, rules, strangers, onProgress));
  const earlierOf = (face: StandingFace) => {
    const person = groupOf(face);
    return person === null || taken.has(person) ? null : person;
  };
  const input: GroupInput = {
    ...(await packedVectors(stores.vectors, rules.pack, faces)),
    edges,
    ...(await constraintsOf(stores.faces, faces, earlierOf)),
    keepEarlier: false,
    minimumSimilarity: rules.groupSimilarity,
  };
  const groups = (await groupFacesAside(input, signal)).filter((group) => group.faces.length >= rules.minimumGroupSize);
  return withIdentity(groups, faces, earlierOf);
}

async function neighbourGraph(
  vectors: VectorIndex,
  { pack, groupSimilarity }: Rules,
  strangers: readonly StandingFace[],
  onProgress: GroupingOptions['onProgress'],
): Promise<Edges> {
  const place = new Map(strangers.map(({ id }, index) => [id, index]));
  // Naming the faces to search among costs time, and says nothing when they are all there are.
  const among = strangers.length === (await vectors.count(pack)) ? undefined : new Set(place.keys());
  const edges = new EdgeList();
  for await (const part of inBatches(strangers)) {
    const known = await vectors.get(pack, part.map(({ id }) => id));
    const queried = part.filter(({ id }) => known.has(id));
    const queries = queried.map(({ id }) => known.get(id)!);
    const query = { count: NEIGHBOURS, minimumSimilarity: groupSimilarity, among };
    const answers = queries.length === 0 ? [] : await vectors.neighbours(pack, queries, query);
    for (const [index, answer] of answers.entries()) {
      const own = place.get(queried[index]!.id)!;
      for (const { face, similarity } of answer) {
        const other = place.get(face);
        if (other !== undefined && other !== own) edges.add(own, other, similarity);
      }
    }
    await onProgress(part.length);
  }
  return edges.edges();
}

/** Those of the faces that have an edge, and the edges between them. */
function connectedFaces(
  strangers: readonly StandingFace[],
  { a, b, similarity }: Edges,
): { readonly faces: readonly StandingFace[]; readonly edges: Edges } {
  const connected = new Uint8Array(strangers.length);
  for (const ends of [a, b]) for (const index of ends) connected[index] = 1;
  const places = new Uint32Array(strangers.length);
  const faces = strangers.filter((_, index) => connected[index] === 1);
  let place = 0;
  for (const [index, is] of connected.entries()) if (is === 1) places[index] = place++;
  return { faces, edges: { a: a.map((index) => places[index]!), b: b.map((index) => places[index]!), similarity } };
}

/** The vectors of these faces one after the other; of a face that was deleted meanwhile, zeros, which match nothing. */
export async function packedVectors(
  index: VectorIndex,
  pack: PackName,
  faces: readonly { readonly id: FaceId }[],
): Promise<Pick<GroupInput, 'vectors' | 'dimension'>> {
  let dimension = 0;
  let vectors = new Float32Array(0);
  let start = 0;
  for await (const part of inBatches(faces)) {
    const known = await index.get(pack, part.map(({ id }) => id));
    for (const [offset, { id }] of part.entries()) {
      const vector = known.get(id);
      if (vector === undefined) continue;
      if (dimension === 0) {
        dimension = vector.length;
        vectors = new Float32Array(faces.length * dimension);
      }
      vectors.set(vector, (start + offset) * dimension);
    }
    start += part.length;
  }
  return { vectors, dimension };
}

async function constraintsOf(
  store: GroupingStores['faces'],
  faces: readonly StandingFace[],
  earlierOf: (face: StandingFace) => PersonId | null,
): Promise<Pick<GroupInput, 'photos' | 'earlier' | 'refusals'>> {
  const people = new Numbering();
  const earlier = Int32Array.from(faces, (face) => {
    const person = earlierOf(face);
    return person === null ? NO_GROUP : people.numberOf(person);
  });
  const refusals: GroupInput['refusals'][number][] = [];
  let start = 0;
  for await (const part of inBatches(faces)) {
    const rejections = await store.rejectionsOf(part.map(({ id }) => id));
    for (const [offset, { id }] of part.entries()) {
      for (const person of rejections.get(id) ?? []) {
        const number = people.known(person);
        if (number !== undefined) refusals.push({ face: start + offset, earlier: number });
      }
    }
    start += part.length;
  }
  return { photos: photoNumbers(faces), earlier, refusals };
}

export function photoNumbers(faces: readonly { readonly photo: PhotoId }[]): Uint32Array {
  const numbers = new Map<PhotoId, number>();
  return Uint32Array.from(faces, ({ photo }) => {
    const number = numbers.get(photo) ?? numbers.size;
    numbers.set(photo, number);
    return number;
  });
}

function withIdentity(
  groups: readonly FaceGroup[],
  faces: readonly StandingFace[],
  earlierOf: (face: StandingFace) => PersonId | null,
): UnknownGroup[] {
  const people = keepIdentity(
    groups.map((group) => group.faces),
    (index) => earlierOf(faces[index]!),
  );
  return groups.map((group, at) => ({
    person: people[at]!,
    faces: group.faces.map((index, place) => ({ face: faces[index]!.id, similarity: group.similarities[place]! })),
  }));
}
