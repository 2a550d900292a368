import { type LibraryFaces, NOBODY, type Rejection } from '@kindred/clustering';
import type { FaceId, FaceStore, PackName, PersonId, PhotoId, VectorIndex } from '@kindred/domain';
import { inBatches } from '../library/batches';
import { groupOf, type StandingFace } from '../library/standing-face';
import { Numbering } from './numbering';

export interface LearningStores {
  readonly faces: Pick<FaceStore, 'rejectionsOf'>;
  readonly vectors: Pick<VectorIndex, 'get'>;
}

/** Faces as numbers, and who the numbers are. */
export interface LibraryInMemory {
  readonly input: LibraryFaces;
  /** The faces that have an embedding of the pack, in the order of the input. */
  readonly faces: readonly StandingFace[];
  /** Faces without one: nothing can be said of them. */
  readonly unseen: readonly StandingFace[];
  /** Who the label numbers are. */
  readonly people: Numbering;
  /** Who the numbers of earlier groups are. */
  readonly groups: Numbering;
  /** The earlier group of each face, which the input forgets when its memory moves to a thread. */
  readonly earlier: Int32Array;
}

/**
 * Reads what learning works on: embeddings, and everything that humans said of these faces.
 * @param faces in id order, so that the same library gives the same answer.
 * @param different people that humans said are different.
 */
export async function readIntoMemory(
  stores: LearningStores,
  pack: PackName,
  faces: readonly StandingFace[],
  different: readonly (readonly [PersonId, PersonId])[],
  step: () => Promise<void> = () => Promise.resolve(),
): Promise<LibraryInMemory> {
  const { seen, unseen, vectors, dimension } = await readVectors(stores.vectors, pack, faces, step);
  const people = new Numbering();
  const groups = new Numbering();
  const labels = Int32Array.from(seen, ({ standing }) =>
    standing.state === 'labeled' ? people.numberOf(standing.person) : NOBODY,
  );
  const earlier = Int32Array.from(seen, (face) => {
    const group = groupOf(face);
    // Somebody whose faces were labeled since is no group any more.
    return group === null || people.known(group) !== undefined ? NOBODY : groups.numberOf(group);
  });
  const apart = differencesOf(different, people, groups);
  const rejections = [
    ...(await rejectionsOf(stores.faces, seen, people, groups)),
    ...followingRejections(seen, unseen, earlier, apart.labelsOfGroups, people),
  ];
  return {
    input: {
      vectors,
      dimension,
      photos: photoNumbers(seen),
      qualities: Float32Array.from(seen, ({ quality }) => quality),
      labels,
      earlier,
      rejections,
      different: apart.groups,
      differentLabels: apart.labels,
    },
    faces: seen,
    unseen,
    people,
    groups,
    earlier: earlier.slice(),
  };
}

/** Embeddings one after the other, in one piece of memory that can move to a thread without a copy. */
async function readVectors(
  index: LearningStores['vectors'],
  pack: PackName,
  faces: readonly StandingFace[],
  step: () => Promise<void>,
) {
  const seen: StandingFace[] = [];
  const unseen: StandingFace[] = [];
  let dimension = 1;
  let vectors: Float32Array = new Float32Array(0);
  for await (const part of inBatches(faces)) {
    const known = await index.get(
      pack,
      part.map(({ id }) => id),
    );
    for (const face of part) {
      const vector = known.get(face.id);
      if (vector === undefined) {
        unseen.push(face);
        continue;
      }
      if (seen.length === 0) {
        dimension = vector.length;
        vectors = new Float32Array(faces.length * dimension);
      }
      vectors.set(vector, seen.length * dimension);
      seen.push(face);
    }
    await step();
  }
  return { seen, unseen, dimension, vectors: vectors.subarray(0, seen.length * dimension) };
}

async function rejectionsOf(
  store: LearningStores['faces'],
  faces: readonly StandingFace[],
  people: Numbering,
  groups: Numbering,
): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  let start = 0;
  for await (const part of inBatches(faces)) {
    const rejected: ReadonlyMap<FaceId, ReadonlySet<PersonId>> = await store.rejectionsOf(
      part.map(({ id }) => id),
    );
    for (const [offset, { id }] of part.entries()) {
      for (const person of rejected.get(id) ?? []) {
        const label = people.known(person);
        const group = groups.known(person);
        if (label !== undefined) rejections.push({ face: start + offset, label });
        if (group !== undefined) rejections.push({ face: start + offset, earlier: group });
      }
    }
    start += part.length;
  }
  return rejections;
}

/**
 * Who faces are not since it was said of their group, or since a face without an embedding is labeled as that person
 * in the same photo.
 */
function followingRejections(
  seen: readonly StandingFace[],
  unseen: readonly StandingFace[],
  earlier: Int32Array,
  labelsOfGroups: ReadonlyMap<number, readonly number[]>,
  people: Numbering,
): Rejection[] {
  const labelsInPhotos = new Map<PhotoId, number[]>();
  for (const { standing, photo } of unseen) {
    const label = standing.state === 'labeled' ? people.known(standing.person) : undefined;
    if (label !== undefined) addTo(labelsInPhotos, photo, label);
  }
  if (labelsInPhotos.size === 0 && labelsOfGroups.size === 0) return [];
  const rejections: Rejection[] = [];
  for (const [face, { photo, standing }] of seen.entries()) {
    if (standing.state === 'labeled') continue;
    const inPhoto = labelsInPhotos.get(photo) ?? [];
    for (const label of [...inPhoto, ...(labelsOfGroups.get(earlier[face]!) ?? [])])
      rejections.push({ face, label, follows: true });
  }
  return rejections;
}

function differencesOf(
  different: readonly (readonly [PersonId, PersonId])[],
  people: Numbering,
  groups: Numbering,
) {
  const groupPairs: [number, number][] = [];
  const labelPairs: [number, number][] = [];
  const labelsOfGroups = new Map<number, number[]>();
  for (const [one, other] of different) {
    const [groupOne, groupOther] = [groups.known(one), groups.known(other)];
    const [labelOne, labelOther] = [people.known(one), people.known(other)];
    if (groupOne !== undefined && groupOther !== undefined) groupPairs.push([groupOne, groupOther]);
    if (labelOne !== undefined && labelOther !== undefined) labelPairs.push([labelOne, labelOther]);
    if (labelOne !== undefined && groupOther !== undefined) addTo(labelsOfGroups, groupOther, labelOne);
    if (labelOther !== undefined && groupOne !== undefined) addTo(labelsOfGroups, groupOne, labelOther);
  }
  return { groups: groupPairs, labels: labelPairs, labelsOfGroups };
}

function addTo<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

function photoNumbers(faces: readonly { readonly photo: PhotoId }[]): Uint32Array {
  const numbers = new Map<PhotoId, number>();
  return Uint32Array.from(faces, ({ photo }) => {
    let number = numbers.get(photo);
    if (number === undefined) numbers.set(photo, (number = numbers.size));
    return number;
  });
}
