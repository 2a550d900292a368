/** The label of a face that is alone: such faces share nothing, not even with each other. */
export const ALONE = -1;

/** Faces of one true person that are in one predicted group. */
export interface Overlap {
  readonly faces: number;
  /** Of the person, in all groups. */
  readonly personFaces: number;
  /** Of the group, of all people. */
  readonly groupFaces: number;
}

/** Labels as numbers from 0 up without gaps, where each face that is alone has a number of its own. */
interface Numbered {
  readonly labels: Uint32Array;
  readonly sizes: Uint32Array;
}

/**
 * How people and groups overlap: every pair of them that has a face in common. Takes time and memory linear in the
 * number of faces.
 * @throws RangeError when there are not as many labels of one kind as of the other.
 */
export function overlapsOf(truth: Int32Array, predicted: Int32Array): Overlap[] {
  if (truth.length !== predicted.length) {
    throw new RangeError(`There are ${truth.length} true labels and ${predicted.length} predicted ones.`);
  }
  const people = numbered(truth);
  const groups = numbered(predicted);
  const faces = new Map<number, number>();
  for (let face = 0; face < truth.length; face += 1) {
    const both = people.labels[face]! * groups.sizes.length + groups.labels[face]!;
    faces.set(both, (faces.get(both) ?? 0) + 1);
  }
  return Array.from(faces, ([both, count]) => ({
    faces: count,
    personFaces: people.sizes[Math.floor(both / groups.sizes.length)]!,
    groupFaces: groups.sizes[both % groups.sizes.length]!,
  }));
}

function numbered(given: Int32Array): Numbered {
  const numbers = new Map<number, number>();
  const labels = new Uint32Array(given.length);
  const sizes = new Uint32Array(given.length);
  let next = 0;
  for (let face = 0; face < given.length; face += 1) {
    const label = given[face]!;
    let number = label === ALONE ? undefined : numbers.get(label);
    if (number === undefined) {
      number = next++;
      if (label !== ALONE) numbers.set(label, number);
    }
    labels[face] = number;
    sizes[number]! += 1;
  }
  return { labels, sizes: sizes.slice(0, next) };
}
