import { type FaceBucket, LARGEST_BUCKET } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { encodeCursor } from '../database/cursor';
import { countIn, type Place, placesBeyond } from './face-places';
import type { FaceSelection, Measure, Range } from './face-queries';

/** A stretch of a measure: from, included, to, excluded. */
interface Stretch {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const STEPS = 20;

/** All buckets of a selection, in its order: from each stretch that has a face to the next one that has. */
export function* bucketsOf(connection: Connection, selection: FaceSelection): Generator<void, FaceBucket[]> {
  const buckets: FaceBucket[] = [];
  for (let beyond: Place | null = null; ;) {
    const [next] = yield* placesBeyond(connection, { ...selection, rest: [] }, { beyond, limit: 1 });
    if (next === undefined) return buckets;
    const stretch = stretchAround(selection.measure, next.key);
    const count = countIn(connection, selection, overlap(selection.range, stretch));
    if (count > 0) buckets.push(...(yield* split(connection, selection, stretch, count)));
    yield;
    beyond = endOf(selection, stretch);
  }
}

/** How many faces a selection has. */
export function* countOf(connection: Connection, selection: FaceSelection): Generator<void, number> {
  let count = 0;
  for (let beyond: Place | null = null; ;) {
    const [next] = yield* placesBeyond(connection, { ...selection, rest: [] }, { beyond, limit: 1 });
    if (next === undefined) return count;
    const stretch = stretchAround(selection.measure, next.key);
    count += countIn(connection, selection, overlap(selection.range, stretch));
    yield;
    beyond = endOf(selection, stretch);
  }
}

/** A stretch as buckets that are no larger than they may be. */
function* split(
  connection: Connection,
  selection: FaceSelection,
  stretch: Stretch,
  count: number,
): Generator<void, FaceBucket[]> {
  const buckets: FaceBucket[] = [];
  let place = beginningOf(selection, stretch);
  for (let left = count; left > 0; left -= LARGEST_BUCKET) {
    const after = encodeCursor(selection.order, [place.key, place.seq]);
    buckets.push({ key: stretch.key, count: Math.min(left, LARGEST_BUCKET), after });
    if (left <= LARGEST_BUCKET) break;
    const skip = LARGEST_BUCKET - 1;
    const [last] = yield* placesBeyond(connection, selection, { beyond: place, skip, limit: 1 });
    // Faces may be removed while buckets are read.
    if (last === undefined) break;
    place = last;
    yield;
  }
  return buckets;
}

function stretchAround(measure: Measure, value: number): Stretch {
  if (measure === 'taken') return monthAround(value);
  if (measure === 'certainty' && value > 1) return { key: 'labeled', from: 2, to: 3 };
  if (measure === 'certainty' && value < 0) return { key: 'unknown', from: -1, to: 0 };
  // The last step has both its ends.
  const step = Math.min(STEPS - 1, Math.floor(value * STEPS));
  const to = step === STEPS - 1 ? 2 : (step + 1) / STEPS;
  return { key: (step / STEPS).toFixed(2), from: step / STEPS, to };
}

function monthAround(instant: number): Stretch {
  const date = new Date(instant);
  const month = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1);
  return { key: date.toISOString().slice(0, -'-01T00:00:00.000Z'.length), from: month(0), to: month(1) };
}

/** Numbers of faces count from 1, so that 0 is before the first face of a value and, downwards, after the last. */
const beginningOf = ({ direction }: FaceSelection, { from, to }: Stretch): Place => ({
  key: direction === 'DESC' ? to : from,
  seq: 0,
});
const endOf = ({ direction }: FaceSelection, { from, to }: Stretch): Place => ({
  key: direction === 'DESC' ? from : to,
  seq: 0,
});

function overlap({ from = -Infinity, to = Infinity, toIncluded = false }: Range, stretch: Stretch): Range {
  const isEndedEarlier = to < stretch.to;
  return {
    from: Math.max(from, stretch.from),
    to: isEndedEarlier ? to : stretch.to,
    toIncluded: isEndedEarlier && toIncluded,
  };
}
