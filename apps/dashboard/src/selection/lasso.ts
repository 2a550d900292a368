/** A place in pixels from the top left corner of what is selected from, however far it is scrolled. */
export interface Point {
  x: number;
  y: number;
}

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * How a drag selects. A mouse draws a rectangle; a finger, which scrolls when it moves at once, is held first and then
 * sweeps over everything between where it began and where it is, as a text is marked.
 */
export type LassoWay = 'draw' | 'sweep';

export type Lasso =
  | { kind: 'off' }
  /** Pressed, but it may still be a click, or a finger that scrolls. */
  | { kind: 'pressed'; way: LassoWay; adds: boolean; from: Point }
  | { kind: 'drawn'; way: LassoWay; adds: boolean; from: Point; to: Point };

export type LassoEvent =
  /** `adds`: what was selected before stays selected. */
  | { type: 'press'; way: LassoWay; adds: boolean; at: Point }
  | { type: 'move'; at: Point }
  /** The finger has rested for a moment. */
  | { type: 'hold' }
  | { type: 'end' };

export const NO_LASSO: Lasso = { kind: 'off' };

/** Moving less than this is a click with an unsteady hand. */
const THRESHOLD = 6;

export function lassoReducer(lasso: Lasso, event: LassoEvent): Lasso {
  switch (event.type) {
    case 'press':
      return { kind: 'pressed', way: event.way, adds: event.adds, from: event.at };
    case 'move':
      if (lasso.kind === 'drawn') return { ...lasso, to: event.at };
      if (lasso.kind === 'off' || distance(lasso.from, event.at) < THRESHOLD) return lasso;
      return lasso.way === 'sweep' ? NO_LASSO : { ...lasso, kind: 'drawn', to: event.at };
    case 'hold':
      if (lasso.kind !== 'pressed' || lasso.way !== 'sweep') return lasso;
      return { ...lasso, kind: 'drawn', to: lasso.from };
    case 'end':
      return NO_LASSO;
  }
}

export const rectangleBetween = (one: Point, other: Point): Rectangle => ({
  left: Math.min(one.x, other.x),
  top: Math.min(one.y, other.y),
  right: Math.max(one.x, other.x),
  bottom: Math.max(one.y, other.y),
});

/** So near to an edge, in pixels, a drag scrolls; the nearer the faster. */
const EDGE = 72;
/** Pixels a millisecond, at the edge and beyond it. */
const FASTEST = 2.4;

/** How fast a drag at `y` scrolls what is seen from `top` to `bottom`, in pixels a millisecond; up is negative. */
export function scrollSpeed(y: number, top: number, bottom: number): number {
  const above = Math.min(1, Math.max(0, (top + EDGE - y) / EDGE));
  const below = Math.min(1, Math.max(0, (y - (bottom - EDGE)) / EDGE));
  return FASTEST * (below ** 2 - above ** 2);
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
