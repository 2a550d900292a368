import type { Products } from './products';

/** Rows that the centres are learned from, for each centre; more do not make them better. */
export const SAMPLES_A_CENTRE = 24;
const ROUNDS = 5;
const BLOCK = 2048;

/**
 * Directions around which the rows lie: k-means on the sphere (Dhillon and Modha, 2001) over an even sample of the
 * rows, started from an even part of it. The same rows give the same centres.
 */
export async function sphericalMeans(
  products: Pick<Products, 'of'>,
  vectors: Float32Array,
  dimension: number,
  count: number,
): Promise<Float32Array> {
  const sample = evenly(vectors, dimension, count * SAMPLES_A_CENTRE);
  const centres = evenly(sample, dimension, count).slice();
  for (let round = 0; round < ROUNDS; round += 1) {
    const nearest = await nearestCentres(products, sample, dimension, centres, 1);
    const sums = new Float32Array(centres.length);
    for (const [row, centre] of nearest.entries()) {
      for (let axis = 0; axis < dimension; axis += 1)
        sums[centre * dimension + axis]! += sample[row * dimension + axis]!;
    }
    for (let centre = 0; centre < count; centre += 1) {
      const sum = sums.subarray(centre * dimension, (centre + 1) * dimension);
      let square = 0;
      for (const value of sum) square += value * value;
      // A centre that nobody is near to stays where it is.
      if (square === 0) continue;
      const scale = 1 / Math.sqrt(square);
      for (let axis = 0; axis < dimension; axis += 1) centres[centre * dimension + axis] = sum[axis]! * scale;
    }
  }
  return centres;
}

/** For each row the numbers of its `places` nearest centres, the nearest first. */
export async function nearestCentres(
  products: Pick<Products, 'of'>,
  vectors: Float32Array,
  dimension: number,
  centres: Float32Array,
  places: number,
): Promise<Uint32Array> {
  const count = vectors.length / dimension;
  const width = centres.length / dimension;
  const nearest = new Uint32Array(count * places);
  const best = new Float32Array(places);
  for (let first = 0; first < count; first += BLOCK) {
    const rows = vectors.subarray(first * dimension, Math.min(first + BLOCK, count) * dimension);
    const similarities = await products.of(rows, centres, dimension);
    for (let row = 0; row < rows.length / dimension; row += 1) {
      best.fill(-Infinity);
      const into = (first + row) * places;
      for (let centre = 0; centre < width; centre += 1) {
        const similarity = similarities[row * width + centre]!;
        if (similarity <= best[places - 1]!) continue;
        let place = places - 1;
        for (; place > 0 && similarity > best[place - 1]!; place -= 1) {
          best[place] = best[place - 1]!;
          nearest[into + place] = nearest[into + place - 1]!;
        }
        best[place] = similarity;
        nearest[into + place] = centre;
      }
    }
  }
  return nearest;
}

/** At most `count` rows, evenly spread over all of them. */
function evenly(vectors: Float32Array, dimension: number, count: number): Float32Array {
  const rows = vectors.length / dimension;
  if (rows <= count) return vectors;
  const chosen = new Float32Array(count * dimension);
  for (let place = 0; place < count; place += 1) {
    const row = Math.floor((place * rows) / count);
    chosen.set(vectors.subarray(row * dimension, (row + 1) * dimension), place * dimension);
  }
  return chosen;
}
