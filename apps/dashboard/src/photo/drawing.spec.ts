import { boxOf, drag, type Drawing, nudge, OFF, press, READY, release, stepBack } from './drawing';

const SMALLEST = { width: 0.01, height: 0.02 };
const BOX = { x: 0.25, y: 0.25, width: 0.25, height: 0.5 };
const placed = (faceId: string | null = null): Drawing => ({ kind: 'placed', box: BOX, faceId });
const pull = (from: [number, number], to: [number, number]) =>
  drag(press(READY, { x: from[0], y: from[1] }, null, null), { x: to[0], y: to[1] }, SMALLEST);
/** Holds a grip of the placed box at some point and moves by this much. */
const hold = (grip: 'move' | 'se' | 'nw' | 'n' | 'w', x: number, y: number) =>
  drag(press(placed(), { x: 0.5, y: 0.5 }, grip, null), { x: 0.5 + x, y: 0.5 + y }, SMALLEST);

describe('drawing a box', () => {
  it('pulls one open in any direction', () => {
    expect(boxOf(pull([0.25, 0.25], [0.5, 0.75]))).toEqual(BOX);
    expect(boxOf(pull([0.5, 0.75], [0.25, 0.25]))).toEqual(BOX);
    expect(release(pull([0.5, 0.75], [0.25, 0.25]), SMALLEST)).toEqual(placed());
  });

  it('keeps it inside the photo, wherever the pointer goes', () => {
    expect(boxOf(pull([-0.5, 0.5], [0.25, 4]))).toEqual({ x: 0, y: 0.5, width: 0.25, height: 0.5 });
  });

  it('takes a click for no box', () => {
    expect(release(pull([0.25, 0.25], [0.25, 0.25]), SMALLEST)).toEqual(READY);
    expect(release(pull([0.25, 0.25], [0.9, 0.26]), SMALLEST)).toEqual(READY);
  });

  it('starts anew with a drag beside the box', () => {
    const again = press(placed(), { x: 0.8, y: 0.8 }, null, null);
    expect(again).toMatchObject({ kind: 'pulling', start: { x: 0.8, y: 0.8 } });
  });

  it('moves it whole, as far as the edges of the photo', () => {
    expect(boxOf(hold('move', 0.125, -0.125))).toEqual({ ...BOX, x: 0.375, y: 0.125 });
    expect(boxOf(hold('move', 3, 3))).toEqual({ ...BOX, x: 0.75, y: 0.5 });
  });

  it('resizes it by the side that is held, and never turns it inside out', () => {
    expect(boxOf(hold('se', 0.25, 0.125))).toEqual({ ...BOX, width: 0.5, height: 0.625 });
    expect(boxOf(hold('nw', -0.125, -0.125))).toEqual({ x: 0.125, y: 0.125, width: 0.375, height: 0.625 });
    expect(boxOf(hold('n', 0.3, 0.25))).toEqual({ ...BOX, y: 0.5, height: 0.25 });
    const turned = boxOf(hold('w', 3, 0))!;
    expect(turned.width).toBeCloseTo(SMALLEST.width, 12);
    expect(turned.x + turned.width).toBeCloseTo(0.5, 12);
  });

  it('takes up a face that was drawn before, and remembers which', () => {
    const held = press(READY, { x: 0.3, y: 0.3 }, null, { id: 'face', box: BOX });
    const moved = release(drag(held, { x: 0.4, y: 0.3 }, SMALLEST), SMALLEST);
    expect(moved).toMatchObject({ kind: 'placed', faceId: 'face' });
    expect(boxOf(moved)!.x).toBeCloseTo(0.35, 12);
  });

  it('works with keys alone: the first makes a box, others move and resize it', () => {
    const first = nudge(READY, { x: 1, y: 0 }, 'move', SMALLEST);
    expect(first.kind).toBe('placed');
    const before = boxOf(first)!;
    const right = boxOf(nudge(first, { x: 1, y: 0 }, 'move', SMALLEST))!;
    expect(right.x).toBeGreaterThan(before.x);
    expect(right.width).toBe(before.width);
    const taller = boxOf(nudge(first, { x: 0, y: 1 }, 'se', SMALLEST))!;
    expect(taller.height).toBeGreaterThan(before.height);
    expect(taller.y).toBe(before.y);
  });

  it('goes back one step at a time', () => {
    expect(stepBack(hold('se', 0.25, 0.125))).toEqual(placed());
    expect(stepBack(placed())).toEqual(READY);
    expect(stepBack(pull([0, 0], [0.5, 0.5]))).toEqual(READY);
    expect(stepBack(READY)).toEqual(OFF);
  });

  it('leaves alone what is being saved', () => {
    const saving: Drawing = { kind: 'saving', box: BOX, faceId: null };
    expect(stepBack(saving)).toBe(saving);
    expect(press(saving, { x: 0, y: 0 }, 'move', null)).toBe(saving);
    expect(nudge(saving, { x: 1, y: 0 }, 'move', SMALLEST)).toBe(saving);
  });

  it('does nothing while nobody draws', () => {
    expect(press(OFF, { x: 0, y: 0 }, null, null)).toBe(OFF);
    expect(drag(OFF, { x: 0, y: 0 }, SMALLEST)).toBe(OFF);
    expect(release(OFF, SMALLEST)).toBe(OFF);
  });
});
