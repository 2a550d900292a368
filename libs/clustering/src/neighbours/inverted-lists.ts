import { nearestCentres, type Products, sphericalMeans } from '@kindred/similarity';
import type { NearestRows } from './nearest-rows';

/** Rows that are looked up together. */
const ROWS = 1024;

/**
 * Compares each row with those in the lists that it is nearest to, after Sivic and Zisserman (2003): rows are put into
 * lists by the nearest of some thousand centres, and the exact products are computed inside `probes` lists of each row
 * only. Pairs that no list brings together are missed: see the numbers in the decision about grouping.
 */
export async function compareInsideLists(
  products: Products,
  vectors: Float32Array,
  dimension: number,
  { lists, probes }: { readonly lists: number; readonly probes: number },
  nearest: NearestRows,
  onProgress: (rows: number) => void,
): Promise<void> {
  const count = vectors.length / dimension;
  const centres = await sphericalMeans(products, vectors, dimension, lists);
  const probed = await nearestCentres(products, vectors, dimension, centres, probes);
  const members = rowsByList(probed, lists, probes, 1);
  const visitors = rowsByList(probed, lists, probes, probes);
  let compared = 0;
  for (let list = 0; list < lists; list += 1) {
    const own = members.of(list);
    const rows = gathered(vectors, dimension, own);
    const guests = visitors.of(list);
    for (let start = 0; start < guests.length; start += ROWS) {
      const part = guests.subarray(start, start + ROWS);
      if (own.length === 0) break;
      const similarities = await products.of(gathered(vectors, dimension, part), rows, dimension);
      for (const [index, row] of part.entries()) {
        meetMembers(nearest, row, own, similarities, index * own.length);
      }
    }
    compared += own.length;
    onProgress(Math.min(compared, count));
  }
}

function meetMembers(
  nearest: NearestRows,
  row: number,
  members: Uint32Array,
  similarities: Float32Array,
  start: number,
): void {
  const { bars } = nearest;
  for (let index = 0; index < members.length; index += 1) {
    const similarity = similarities[start + index]!;
    const other = members[index]!;
    if (other === row) continue;
    if (similarity >= bars[row]!) nearest.meet(row, other, similarity);
    if (similarity >= bars[other]!) nearest.meet(other, row, similarity);
  }
}

/** The rows that have a list among the first `places` of their probed ones, list by list. */
function rowsByList(probed: Uint32Array, lists: number, probes: number, places: number) {
  const ends = new Uint32Array(lists + 1);
  const rows = probed.length / probes;
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < places; place += 1) ends[probed[row * probes + place]! + 1]! += 1;
  }
  for (let list = 0; list < lists; list += 1) ends[list + 1]! += ends[list]!;
  const next = ends.slice();
  const ordered = new Uint32Array(rows * places);
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < places; place += 1) ordered[next[probed[row * probes + place]!]!++] = row;
  }
  return { of: (list: number) => ordered.subarray(ends[list], ends[list + 1]) };
}

function gathered(vectors: Float32Array, dimension: number, rows: Uint32Array): Float32Array {
  const block = new Float32Array(rows.length * dimension);
  for (const [place, row] of rows.entries()) {
    block.set(vectors.subarray(row * dimension, (row + 1) * dimension), place * dimension);
  }
  return block;
}
