import { type Verdict } from './review-session';

/** So far a finger must go, in pixels, until letting go means something. */
export const SWIPE_DISTANCE = 84;

/** What letting go of a face means that was dragged: to the right yes, to the left no, down later. */
export function swipeVerdict(x: number, y: number): Extract<Verdict['kind'], 'yes' | 'no' | 'skip'> | null {
  if (Math.abs(x) >= SWIPE_DISTANCE && Math.abs(x) > Math.abs(y)) return x > 0 ? 'yes' : 'no';
  return y >= SWIPE_DISTANCE && y > Math.abs(x) ? 'skip' : null;
}
