import { EdgeList, type FaceGroup, groupFacesAside, type GroupInput } from '@kindred/clustering';
import type { FaceId, FaceStore, PersonId, PhotoId, VectorIndex } from '@kindred/domain';
import { packedVectors, photoNumbers } from '../grouping/group-strangers';
import { Numbering } from '../grouping/numbering';
import type { UnknownGroup } from '../grouping/unknown-group';
import { inBatches } from '../library/batches';
import { groupOf, type StandingFace } from '../library/standing-face';
import type { Gallery } from '../matching/gallery';
import type { Rules } from '../rules';

/** How many faces each newcomer is compared with: the nearest, and itself. */
const NEIGHBOURS = 32;
/** Faces that stand for a group that is there: its best. More would say little more. */
const FACES_A_GROUP = 32;
const NO_GROUP = -1;

export interface PlacingStores {
  readonly faces: FaceStore;
  readonly vectors: VectorIndex;
}

/** A face that may join a group or make a new one. */
interface LooseFace extends StandingFace {
  /** Groups it must not join: a human said so, or another face of its photo is in there. */
  readonly refused: ReadonlySet<PersonId>;
}

/**
 * Puts faces that are in no group into the groups that are there, or into new ones among themselves and other faces
 * that stood alone. Groups that are there stay as they are: only a training of the whole library forms them anew.
 * @param settled faces of this round that have their place already, and are nobody to be grouped with.
 */
export async function placeNewcomers(
  stores: PlacingStores,
  rules: Rules,
  gallery: Gallery,
  newcomers: readonly StandingFace[],
  settled: ReadonlySet<FaceId>,
): Promise<readonly UnknownGroup[]> {
  if (newcomers.length === 0) return [];
  const near = await nearOf(stores, rules, newcomers);
  const standing = await standingOf(stores.faces, near, settled);
  const groupAt = (face: StandingFace) => {
    const person = groupOf(face);
    return person === null || gallery.people.has(person) ? null : person;
  };
  const fresh = new Set(newcomers.map(({ id }) => id));
  const candidates = [...standing.values()].filter(({ id, standing: { state } }) => state === 'unknown' && !fresh.has(id));
  const loners = candidates.filter((face) => groupAt(face) === null);
  const loose = await withRefusals(stores.faces, [...newcomers, ...loners], groupAt);
  const groups = new Numbering();
  for (const face of candidates) {
    const person = groupAt(face);
    if (person !== null) groups.numberOf(person);
  }
  const members = await representatives(stores.faces, groups, settled);
  const faces = [...loose, ...members.map(({ face }) => face)];
  const input: GroupInput = {
    ...(await packedVectors(stores.vectors, rules.pack, faces)),
    edges: edgesBetween(near, loose, members, standing, (face) => {
      const person = groupAt(face);
      return person === null ? undefined : groups.known(person);
    }),
    photos: photoNumbers(faces),
    earlier: Int32Array.from(faces, (_, index) => (index < loose.length ? NO_GROUP : members[index - loose.length]!.group)),
    refusals: loose.flatMap(({ refused }, face) =>
      [...refused].flatMap((person) => {
        const earlier = groups.known(person);
        return earlier === undefined ? [] : [{ face, earlier }];
      }),
    ),
    keepEarlier: true,
    minimumSimilarity: rules.groupSimilarity,
  };
  return (await groupFacesAside(input)).flatMap((group) => placed(group, loose, members, groups, rules));
}

type Near = ReadonlyMap<FaceId, readonly { readonly face: FaceId; readonly similarity: number }[]>;

async function nearOf({ vectors }: PlacingStores, { pack, groupSimilarity }: Rules, faces: readonly StandingFace[]): Promise<Near> {
  const near = new Map<FaceId, readonly { readonly face: FaceId; readonly similarity: number }[]>();
  for await (const part of inBatches(faces)) {
    const known = await vectors.get(pack, part.map(({ id }) => id));
    const seen = [...known.keys()];
    if (seen.length === 0) continue;
    const query = { count: NEIGHBOURS, minimumSimilarity: groupSimilarity };
    const answers = await vectors.neighbours(pack, [...known.values()], query);
    for (const [index, face] of seen.entries()) near.set(face, answers[index]!.filter((other) => other.face !== face));
  }
  return near;
}

/** Who the neighbours are that have not just been settled. */
async function standingOf(faces: FaceStore, near: Near, settled: ReadonlySet<FaceId>): Promise<Map<FaceId, StandingFace>> {
  const ids = [...near.values()].flat().flatMap(({ face }) => (settled.has(face) ? [] : [face]));
  const standing = new Map<FaceId, StandingFace>();
  for await (const part of inBatches([...new Set(ids)].sort())) {
    for (const { id, photo, standing: how } of await faces.getMany(part)) standing.set(id, { id, photo, standing: how });
  }
  return standing;
}

async function withRefusals(
  store: FaceStore,
  faces: readonly StandingFace[],
  groupAt: (face: StandingFace) => PersonId | null,
): Promise<readonly LooseFace[]> {
  const loose = new Set(faces.map(({ id }) => id));
  const inPhoto = new Map<PhotoId, ReadonlySet<PersonId>>();
  for await (const part of inBatches([...new Set(faces.map(({ photo }) => photo))], 100)) {
    for (const photo of part) {
      const others = (await store.ofPhoto(photo)).filter(({ id }) => !loose.has(id));
      inPhoto.set(photo, new Set(others.flatMap((face) => groupAt(face) ?? [])));
    }
  }
  const refusing: LooseFace[] = [];
  for await (const part of inBatches(faces)) {
    const rejections = await store.rejectionsOf(part.map(({ id }) => id));
    for (const face of part) {
      refusing.push({ ...face, refused: new Set([...(rejections.get(face.id) ?? []), ...inPhoto.get(face.photo)!]) });
    }
  }
  return refusing;
}

interface Member {
  readonly face: StandingFace;
  readonly group: number;
}

async function representatives(
  store: FaceStore,
  groups: Numbering,
  settled: ReadonlySet<FaceId>,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for await (const part of inBatches(groups.all, 100)) {
    for (const person of part) {
      const query = { person, state: 'unknown', sort: 'QUALITY', limit: FACES_A_GROUP } as const;
      const group = groups.numberOf(person);
      const best = (await store.list(query)).items.filter(({ id }) => !settled.has(id));
      members.push(...best.map((face) => ({ face, group })));
    }
  }
  return members;
}

function edgesBetween(
  near: Near,
  loose: readonly LooseFace[],
  members: readonly Member[],
  standing: ReadonlyMap<FaceId, StandingFace>,
  groupAt: (face: StandingFace) => number | undefined,
) {
  const places = new Map(loose.map(({ id }, index) => [id, index]));
  // Whichever of its faces is near: the faces of a group are together from the start.
  const groupPlaces = new Map<number, number>();
  for (const [index, { group }] of members.entries()) groupPlaces.set(group, loose.length + index);
  const edges = new EdgeList();
  for (const [id, neighbours] of near) {
    for (const { face, similarity } of neighbours) {
      const other = standing.get(face);
      const group = other && groupAt(other);
      const place = places.get(face) ?? (group === undefined ? undefined : groupPlaces.get(group));
      if (place !== undefined) edges.add(places.get(id)!, place, similarity);
    }
  }
  return edges.edges();
}

/** What is new about a group; nothing when nobody joined it, or it is too small. */
function placed(
  { faces, similarities }: FaceGroup,
  loose: readonly LooseFace[],
  members: readonly Member[],
  groups: Numbering,
  { minimumGroupSize }: Rules,
): UnknownGroup[] {
  const joined = faces.flatMap((index, at) =>
    index < loose.length ? [{ face: loose[index]!.id, similarity: similarities[at]! }] : [],
  );
  const member = faces.find((index) => index >= loose.length);
  if (joined.length === 0) return [];
  if (member !== undefined) return [{ person: groups.personOf(members[member - loose.length]!.group), faces: joined }];
  return joined.length < minimumGroupSize ? [] : [{ person: null, faces: joined }];
}
