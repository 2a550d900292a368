import { encodeCursor, type FaceBucket, LARGEST_BUCKET } from '@kindred/domain';
import { countIn, placeAhead, placesBeyond, type Reading, spanBeyond } from './face-places';
import type { Condition, FaceSelection, Measure } from './face-queries';
import { overlap, type Place, type Span, spanOf } from './face-spans';

/** A stretch of a measure: from, included, to, excluded. */
interface Stretch {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Neighbours in a list, from beyond a place on; how many of each branch, whether or not they match the rest. */
interface Piece {
  readonly start: Place;
  readonly span: Span;
  readonly counts: readonly number[];
}

const STEPS = 20;

/** All buckets of a selection, in its order: from each stretch that has a face to the next one that has. */
export function* bucketsOf(reading: Reading, selection: FaceSelection): Generator<void, FaceBucket[]> {
  const buckets: FaceBucket[] = [];
  for (let beyond: Place | null = null; ;) {
    const [next] = yield* placesBeyond(reading, { ...selection, rest: [] }, { beyond, limit: 1 });
    if (next === undefined) return buckets;
    const stretch = stretchAround(selection.measure, next.key);
    const start = beginningOf(selection, stretch);
    const span = overlap(spanOf(selection.range), spanOf(stretch));
    const whole = pieceFrom(reading, selection, { start, span });
    const counted: FaceBucket[] = [];
    for (const piece of piecesOf(reading, selection, whole)) {
      const count = matchesIn(reading, selection, piece);
      const { key, seq } = piece.start;
      if (count > 0)
        join(counted, { key: stretch.key, count, after: encodeCursor(selection.order, [key, seq]) });
      yield;
    }
    buckets.push(...counted);
    beyond = endOf(selection, stretch);
  }
}

/** How many faces a selection has. */
export function* countOf(reading: Reading, selection: FaceSelection): Generator<void, number> {
  let count = 0;
  for (const branch of selection.branches) {
    for (let beyond: Place | null = null; ;) {
      const span = spanBeyond(selection, beyond);
      const isFast = selection.rest.length === 0 || selection.isSorted;
      const end: Place | undefined = isFast
        ? undefined
        : placeAhead(reading, selection, branch, span, reading.step);
      const part = end === undefined ? span : overlap(span, through(selection, end));
      count += countIn(reading, selection, branch, part, selection.rest);
      yield;
      if (end === undefined) break;
      beyond = end;
    }
  }
  return count;
}

/** @param known how many faces of one branch there are. */
function pieceFrom(
  reading: Reading,
  selection: FaceSelection,
  place: Pick<Piece, 'span' | 'start'>,
  known?: { readonly branch: Condition; readonly count: number },
): Piece {
  const counts = selection.branches.map((branch) =>
    branch === known?.branch ? known.count : countIn(reading, selection, branch, place.span, []),
  );
  return { ...place, counts };
}

/** A piece in pieces that are no larger than a bucket may be: cut where the branch with most faces has its share. */
function* piecesOf(reading: Reading, selection: FaceSelection, piece: Piece): Generator<Piece> {
  const total = sumOf(piece.counts);
  if (total <= LARGEST_BUCKET) return yield piece;
  const most = Math.max(...piece.counts);
  const largest = selection.branches[piece.counts.indexOf(most)]!;
  // Where other branches have faces too, some pieces get more of these than their share.
  const roomLeft = most === total ? 1 : 0.9;
  const share = Math.max(1, Math.floor(((LARGEST_BUCKET * most) / total) * roomLeft));
  let { start, span } = piece;
  for (let left = most; ; left -= share) {
    const end = left > share ? placeAhead(reading, selection, largest, span, share) : undefined;
    const part = end === undefined ? span : overlap(span, through(selection, end));
    const known = { branch: largest, count: Math.min(left, share) };
    yield* piecesOf(reading, selection, pieceFrom(reading, selection, { start, span: part }, known));
    if (end === undefined) return;
    start = end;
    span = overlap(span, spanBeyond(selection, end));
  }
}

function matchesIn(reading: Reading, selection: FaceSelection, { span, counts }: Piece): number {
  if (selection.rest.length === 0) return sumOf(counts);
  return sumOf(selection.branches.map((branch) => countIn(reading, selection, branch, span, selection.rest)));
}

/** Adds a bucket to those before it, as part of the last one where that stays small enough. */
function join(buckets: FaceBucket[], bucket: FaceBucket): void {
  const last = buckets.at(-1);
  if (last === undefined || last.count + bucket.count > LARGEST_BUCKET) buckets.push(bucket);
  else buckets[buckets.length - 1] = { ...last, count: last.count + bucket.count };
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

/** What comes no later in the order than a face, and that face. */
const through = ({ direction }: FaceSelection, { key, seq }: Place): Span =>
  direction === 'DESC' ? { above: { key, seq: seq - 1 } } : { below: { key, seq: seq + 1 } };

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
