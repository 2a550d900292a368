import { setImmediate } from 'node:timers/promises';

/** What a face looks like, L2-normalised, and who it really is. */
export interface PersonEmbedding {
  readonly person: string | number;
  readonly embedding: Float32Array;
}

/** Cosine similarities of pairs of faces, in no order. */
export interface PairSimilarities {
  /** Of pairs of one person. */
  readonly same: Float32Array;
  /** Of pairs of two people. */
  readonly different: Float32Array;
}

/** Products between two moments in which the process may do something else: some milliseconds. */
const PAUSE = 20_000;

/**
 * How alike all pairs of faces are, those of one person and those of two. Lets other work go on meanwhile, however
 * many faces there are.
 * @throws the signal's reason when it is aborted.
 */
export async function similarityPairs(
  faces: readonly PersonEmbedding[],
  signal?: AbortSignal,
): Promise<PairSimilarities> {
  const samePairs = countSamePairs(faces);
  const same = new Float32Array(samePairs);
  const different = new Float32Array((faces.length * (faces.length - 1)) / 2 - samePairs);
  let sameCount = 0;
  let differentCount = 0;
  let sincePause = 0;
  for (const [place, { person, embedding }] of faces.entries()) {
    for (let other = 0; other < place; other += 1) {
      const similarity = cosine(embedding, faces[other]!.embedding);
      if (faces[other]!.person === person) same[sameCount++] = similarity;
      else different[differentCount++] = similarity;
    }
    sincePause += place;
    if (sincePause < PAUSE) continue;
    sincePause = 0;
    await setImmediate();
    signal?.throwIfAborted();
  }
  return { same, different };
}

function countSamePairs(faces: readonly PersonEmbedding[]): number {
  const seen = new Map<string | number, number>();
  let pairs = 0;
  for (const { person } of faces) {
    const before = seen.get(person) ?? 0;
    pairs += before;
    seen.set(person, before + 1);
  }
  return pairs;
}

function cosine(one: Float32Array, other: Float32Array): number {
  let product = 0;
  for (let axis = 0; axis < one.length; axis += 1) product += one[axis]! * other[axis]!;
  return product;
}
