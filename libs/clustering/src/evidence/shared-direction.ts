/** Faces of the worst quality, as a share of all, among which a shared direction is looked for. */
const WORST = 1 / 8;
/** Photos with several such faces that it takes to know a direction from chance. */
const FEWEST_PHOTOS = 30;
/** Share of a bad face's squared length that makes a direction worth removing. */
const LEAST_SHARE = 0.05;
const ROUNDS = 60;

/** Faces whose embeddings are compared. */
export interface RatedFaces {
  /** L2-normalised embeddings, one after the other. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  /** The photo of each face, as any number. */
  readonly photos: Uint32Array;
  /** Overall quality of each face, in [0, 1]. */
  readonly qualities: Float32Array;
}

/**
 * The direction in which blurred, tiny and mistaken faces resemble each other, whoever they are; null when the faces
 * show none. It is what bad faces of one photo, which are different people, have in common: the first eigenvector of
 * their cross moment. Nobody's own looks are in it, since no two of the compared faces are the same person.
 */
export function sharedDirection(faces: RatedFaces): Float64Array | null {
  const photos = badFacesByPhoto(faces);
  if (photos.length < FEWEST_PHOTOS) return null;
  let direction = Float64Array.from({ length: faces.dimension }, (_, axis) => Math.sin(12.9898 * (axis + 1)));
  let share = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const image = crossMomentTimes(faces, photos, direction);
    share = Math.hypot(...image);
    if (!(share > 0)) return null;
    direction = image.map((value) => value / share);
  }
  return share >= LEAST_SHARE ? direction : null;
}

function badFacesByPhoto({ photos, qualities }: RatedFaces): readonly number[][] {
  const sorted = Float32Array.from(qualities).sort();
  const worst = sorted[Math.floor(sorted.length * WORST)] ?? 0;
  const byPhoto = new Map<number, number[]>();
  for (const [face, quality] of qualities.entries()) {
    if (quality > worst) continue;
    const sharing = byPhoto.get(photos[face]!);
    if (sharing) sharing.push(face);
    else byPhoto.set(photos[face]!, [face]);
  }
  return [...byPhoto.values()].filter((sharing) => sharing.length > 1);
}

/** The mean of x y' over pairs of different faces of one photo, each photo counting once, times a direction. */
function crossMomentTimes(
  { vectors, dimension }: RatedFaces,
  photos: readonly (readonly number[])[],
  direction: Float64Array,
): Float64Array {
  const image = new Float64Array(dimension);
  const sum = new Float64Array(dimension);
  for (const faces of photos) {
    sum.fill(0);
    const shares = faces.map((face) => {
      let share = 0;
      for (let axis = 0; axis < dimension; axis += 1) {
        const value = vectors[face * dimension + axis]!;
        sum[axis]! += value;
        share += value * direction[axis]!;
      }
      return share;
    });
    const total = shares.reduce((all, share) => all + share, 0);
    const scale = 1 / (faces.length * (faces.length - 1) * photos.length);
    for (let axis = 0; axis < dimension; axis += 1) image[axis]! += scale * total * sum[axis]!;
    for (const [place, face] of faces.entries()) {
      for (let axis = 0; axis < dimension; axis += 1) {
        image[axis]! -= scale * shares[place]! * vectors[face * dimension + axis]!;
      }
    }
  }
  return image;
}

/** Takes a direction out of every embedding, in place, and tells how long each is then: 1 where nothing was. */
export function withoutDirection(
  vectors: Float32Array,
  dimension: number,
  direction: Float64Array | null,
): Float32Array {
  const lengths = new Float32Array(vectors.length / dimension);
  for (let face = 0; face < lengths.length; face += 1) {
    const vector = vectors.subarray(face * dimension, (face + 1) * dimension);
    let share = 0;
    if (direction) for (let axis = 0; axis < dimension; axis += 1) share += vector[axis]! * direction[axis]!;
    let square = 0;
    for (let axis = 0; axis < dimension; axis += 1) {
      if (direction) vector[axis]! -= share * direction[axis]!;
      square += vector[axis]! * vector[axis]!;
    }
    lengths[face] = Math.sqrt(square);
  }
  return lengths;
}
