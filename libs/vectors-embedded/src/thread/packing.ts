import type { Found } from '../search/rank';
import type { StoredVector } from '../storage/vector-database';
import type { PackedEntries, PackedNeighbours, PackedVectors } from './messages';

/** Vectors of one length as one piece of memory, which can be given to another thread. */
export function packVectors(vectors: readonly Float32Array[]): PackedVectors {
  const dimension = vectors[0]?.length ?? 0;
  const values = new Float32Array(vectors.length * dimension);
  for (const [index, vector] of vectors.entries()) values.set(vector, index * dimension);
  return { dimension, values };
}

export function packEntries(rows: readonly StoredVector[], dimension: number): PackedEntries {
  const values = new Float32Array(rows.length * dimension);
  for (const [index, { vector }] of rows.entries()) values.set(new Float32Array(vector), index * dimension);
  return { faces: rows.map(({ face }) => face), vectors: { dimension, values } };
}

/** Each vector gets memory of its own, so that keeping one does not keep them all. */
export function unpackVectors({ dimension, values }: PackedVectors, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * dimension, (index + 1) * dimension),
  );
}

export function packNeighbours(answers: readonly (readonly Found[])[]): PackedNeighbours {
  const total = answers.reduce((sum, { length }) => sum + length, 0);
  const faces = new Map<string, number>();
  const places = new Uint32Array(total);
  const similarities = new Float64Array(total);
  let at = 0;
  for (const { face, similarity } of answers.flat()) {
    let place = faces.get(face);
    if (place === undefined) faces.set(face, (place = faces.size));
    places[at] = place;
    similarities[at++] = similarity;
  }
  return {
    counts: Uint32Array.from(answers, ({ length }) => length),
    faces: [...faces.keys()],
    places,
    similarities,
  };
}

export function unpackNeighbours({ counts, faces, places, similarities }: PackedNeighbours): Found[][] {
  let start = 0;
  return Array.from(counts, (count) => {
    const end = start + count;
    const found: Found[] = [];
    for (; start < end; start++)
      found.push({ face: faces[places[start]!]!, similarity: similarities[start]! });
    return found;
  });
}
