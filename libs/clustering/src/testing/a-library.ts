import type { RatedFaces } from '../evidence/shared-direction';

export const DIMENSION = 128;
const PEOPLE = 60;
/** How much of a good and of a blurred face is its person. */
const GOOD = 0.85;
const BLURRED = 0.3;
const PULL = 0.7;

export interface GeneratedFaces {
  readonly faces: RatedFaces;
  /** Who each face is. */
  readonly people: Int32Array;
  readonly centres: readonly Float64Array[];
  /** What blurred faces are drawn to. */
  readonly blur: Float64Array;
}

/**
 * Photos of two to four of sixty people, some of whom are blurred. The same settings give the same faces.
 * @param setting.favourite true when the first person is in every photo, and badly.
 */
export function aLibrary(setting: {
  readonly photos: number;
  readonly blurred: number;
  readonly favourite?: boolean;
  readonly seed?: number;
}): GeneratedFaces {
  const random = randomOf(setting.seed ?? 1);
  const centres = Array.from({ length: PEOPLE }, () => direction(random));
  const blur = direction(random);
  const drawn: { person: number; photo: number; quality: number; vector: Float64Array }[] = [];
  for (let photo = 0; photo < setting.photos; photo += 1) {
    const cast = new Set(
      Array.from({ length: 2 + Math.floor(3 * random()) }, () => Math.floor(PEOPLE * random())),
    );
    if (setting.favourite) cast.add(0);
    const isBlurred = random() < setting.blurred;
    for (const person of cast) {
      const isBad = isBlurred || (setting.favourite === true && person === 0);
      const quality = (isBad ? 0.05 : 0.6) + 0.1 * random();
      drawn.push({
        person,
        photo,
        quality,
        vector: faceOf(centres[person]!, isBlurred ? blur : null, random),
      });
    }
  }
  const vectors = new Float32Array(drawn.length * DIMENSION);
  for (const [face, { vector }] of drawn.entries()) vectors.set(vector, face * DIMENSION);
  return {
    faces: {
      vectors,
      dimension: DIMENSION,
      photos: Uint32Array.from(drawn, ({ photo }) => photo),
      qualities: Float32Array.from(drawn, ({ quality }) => quality),
    },
    people: Int32Array.from(drawn, ({ person }) => person),
    centres,
    blur,
  };
}

function faceOf(centre: Float64Array, blur: Float64Array | null, random: () => number): Float64Array {
  const noise = direction(random);
  const own = blur ? BLURRED : GOOD;
  const pull = blur ? PULL : 0;
  const rest = Math.sqrt(1 - own * own - pull * pull);
  return unit(centre.map((value, axis) => own * value + pull * (blur?.[axis] ?? 0) + rest * noise[axis]!));
}

function direction(random: () => number): Float64Array {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return unit(Float64Array.from({ length: DIMENSION }, normal));
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

/** Mulberry32: numbers in [0, 1) that look like chance and are the same every time. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
