import { KindredError } from '../errors/kindred-error';
import type { NeighbourQuery } from './vector-index';

const MOST_NEIGHBOURS = 1000;

/** What every vector index refuses. @throws KindredError `VECTOR_INVALID` for a vector that has no direction. */
export function checkVector(vector: Float32Array, what: string): void {
  let largest = 0;
  for (let index = 0; index < vector.length; index++) {
    const value = Math.abs(vector[index]!);
    if (!Number.isFinite(value)) {
      throw invalid(`${what} has ${vector[index]} at place ${index}.`);
    }
    if (value > largest) largest = value;
  }
  if (vector.length === 0) throw invalid(`${what} is empty.`);
  if (largest === 0) throw invalid(`${what} has only zeros.`);
}

/** @throws KindredError `VECTOR_INVALID` when one has another length than the first. */
export function checkSameDimension(
  vectors: readonly Float32Array[],
  nameOf: (index: number) => string,
): void {
  const dimension = vectors[0]?.length;
  const index = vectors.findIndex(({ length }) => length !== dimension);
  if (index !== -1)
    throw invalid(`${nameOf(index)} has ${vectors[index]!.length} numbers; ${nameOf(0)} has ${dimension}.`);
}

/** @throws KindredError `ARGUMENT_INVALID`. */
export function checkQuery({ count, minimumSimilarity = -1 }: NeighbourQuery): void {
  if (!Number.isInteger(count) || count < 1 || count > MOST_NEIGHBOURS) {
    throw new KindredError(
      'ARGUMENT_INVALID',
      `A search answers 1 to ${MOST_NEIGHBOURS} neighbours, not ${count}.`,
    );
  }
  if (Number.isNaN(minimumSimilarity)) {
    throw new KindredError('ARGUMENT_INVALID', 'The least similarity of a neighbour is not a number.');
  }
}

/** @throws KindredError `ARGUMENT_INVALID`. */
export function checkBlockSize(size: number): void {
  if (Number.isInteger(size) && size >= 1) return;
  throw new KindredError('ARGUMENT_INVALID', `A block has at least one entry, not ${size}.`);
}

function invalid(message: string): KindredError {
  return new KindredError('VECTOR_INVALID', message, { hint: 'Give vectors that a model pack computed.' });
}
