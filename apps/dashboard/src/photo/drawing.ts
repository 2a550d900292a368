/** Fractions of the photo. */
export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** What of a box is held: all of it, or the sides named by their direction. */
export const GRIPS = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw'] as const;
export type Grip = 'move' | (typeof GRIPS)[number];

/** A box that is being made: of a new face, or of one that was drawn before and is `faceId`. */
interface Held {
  box: Box;
  faceId: string | null;
}

/**
 * Drawing a box around a face, as the person at the screen sees it: `ready` for a first drag, `pulling` a new box,
 * `placed` with grips to correct it, `adjusting` while one of them is held, `saving` until the gateway answered.
 */
export type Drawing =
  | { kind: 'off' }
  | { kind: 'ready' }
  | { kind: 'pulling'; start: Point; box: Box }
  | ({ kind: 'placed' } & Held)
  | ({ kind: 'adjusting'; grip: Grip; from: Point; before: Box } & Held)
  | ({ kind: 'saving' } & Held);

export const OFF: Drawing = { kind: 'off' };
export const READY: Drawing = { kind: 'ready' };

/** How far an arrow key moves a box, and how large one is that a key makes. */
const STEP = 0.01;
const FIRST_BOX: Box = { x: 0.4, y: 0.35, width: 0.2, height: 0.3 };

/** A finger or the mouse goes down: on a grip of the box, on a face that was drawn before, or anywhere else. */
export function press(
  drawing: Drawing,
  at: Point,
  grip: Grip | null,
  drawn: { id: string; box: Box } | null,
): Drawing {
  if (drawing.kind === 'off' || drawing.kind === 'saving') return drawing;
  if (grip && 'faceId' in drawing) {
    return {
      kind: 'adjusting',
      box: drawing.box,
      faceId: drawing.faceId,
      grip,
      from: at,
      before: drawing.box,
    };
  }
  if (drawn) {
    return { kind: 'adjusting', box: drawn.box, faceId: drawn.id, grip: 'move', from: at, before: drawn.box };
  }
  const start = inside(at);
  return { kind: 'pulling', start, box: { ...start, width: 0, height: 0 } };
}

export function drag(drawing: Drawing, to: Point, smallest: Pick<Box, 'width' | 'height'>): Drawing {
  switch (drawing.kind) {
    case 'pulling':
      return { ...drawing, box: between(drawing.start, inside(to)) };
    case 'adjusting': {
      const by = { x: to.x - drawing.from.x, y: to.y - drawing.from.y };
      return { ...drawing, box: adjusted(drawing.before, drawing.grip, by, smallest) };
    }
    default:
      return drawing;
  }
}

/** What was pulled open too little is no box; it was a click, and the next drag is awaited. */
export function release(drawing: Drawing, smallest: Pick<Box, 'width' | 'height'>): Drawing {
  if (drawing.kind === 'adjusting') return { kind: 'placed', box: drawing.box, faceId: drawing.faceId };
  if (drawing.kind !== 'pulling') return drawing;
  const { box } = drawing;
  const isBox = box.width >= smallest.width && box.height >= smallest.height;
  return isBox ? { kind: 'placed', box, faceId: null } : READY;
}

/** Escape: one step back, from a box to none and from none out of drawing. What is being saved is not stopped. */
export function stepBack(drawing: Drawing): Drawing {
  switch (drawing.kind) {
    case 'saving':
      return drawing;
    case 'adjusting':
      return { kind: 'placed', box: drawing.before, faceId: drawing.faceId };
    case 'pulling':
    case 'placed':
      return READY;
    default:
      return OFF;
  }
}

/** An arrow key, moving the box or, with Shift, its lower right corner; the first one makes a box. */
export function nudge(
  drawing: Drawing,
  by: { x: -1 | 0 | 1; y: -1 | 0 | 1 },
  grip: 'move' | 'se',
  smallest: Pick<Box, 'width' | 'height'>,
): Drawing {
  if (drawing.kind === 'ready') return { kind: 'placed', box: FIRST_BOX, faceId: null };
  if (drawing.kind !== 'placed') return drawing;
  return { ...drawing, box: adjusted(drawing.box, grip, { x: by.x * STEP, y: by.y * STEP }, smallest) };
}

/** The box as it shows, when there is one. */
export const boxOf = (drawing: Drawing): Box | null => ('box' in drawing ? drawing.box : null);

function adjusted(box: Box, grip: Grip, by: Point, smallest: Pick<Box, 'width' | 'height'>): Box {
  if (grip === 'move') {
    return { ...box, x: clamp(box.x + by.x, 0, 1 - box.width), y: clamp(box.y + by.y, 0, 1 - box.height) };
  }
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  if (grip.includes('w')) left = clamp(left + by.x, 0, right - smallest.width);
  if (grip.includes('e')) right = clamp(right + by.x, left + smallest.width, 1);
  if (grip.includes('n')) top = clamp(top + by.y, 0, bottom - smallest.height);
  if (grip.includes('s')) bottom = clamp(bottom + by.y, top + smallest.height, 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const between = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
});

const inside = ({ x, y }: Point): Point => ({ x: clamp(x, 0, 1), y: clamp(y, 0, 1) });

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
