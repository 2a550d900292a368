import { type Lasso, type LassoEvent, lassoReducer, NO_LASSO, rectangleBetween, scrollSpeed } from './lasso';

const after = (...events: LassoEvent[]): Lasso => events.reduce(lassoReducer, NO_LASSO);
const press = (way: 'draw' | 'sweep', adds = false): LassoEvent => ({
  type: 'press',
  way,
  adds,
  at: { x: 100, y: 100 },
});
const move = (x: number, y: number): LassoEvent => ({ type: 'move', at: { x, y } });

describe('a lasso', () => {
  it('is drawn by a mouse that moves further than an unsteady click', () => {
    expect(after(press('draw'), move(103, 103)).kind).toBe('pressed');
    expect(after(press('draw'), move(103, 103), move(160, 40))).toEqual({
      kind: 'drawn',
      way: 'draw',
      adds: false,
      from: { x: 100, y: 100 },
      to: { x: 160, y: 40 },
    });
  });

  it('stays a lasso when the mouse comes back to where it began', () => {
    expect(after(press('draw'), move(200, 200), move(100, 100)).kind).toBe('drawn');
  });

  it('lets a finger scroll that moves at once', () => {
    expect(after(press('sweep'), move(100, 120))).toBe(NO_LASSO);
    expect(after(press('sweep'), move(100, 120), { type: 'hold' }, move(100, 200))).toBe(NO_LASSO);
  });

  it('sweeps with a finger that was held first', () => {
    const held = after(press('sweep', true), move(102, 101), { type: 'hold' });
    expect(held).toMatchObject({ kind: 'drawn', from: { x: 100, y: 100 }, to: { x: 100, y: 100 } });
    expect(lassoReducer(held, move(100, 300))).toMatchObject({
      kind: 'drawn',
      adds: true,
      to: { x: 100, y: 300 },
    });
  });

  it('does not begin by holding a mouse still', () => {
    expect(after(press('draw'), { type: 'hold' }).kind).toBe('pressed');
  });

  it('ends, and knows nothing of moves without a press', () => {
    expect(after(press('draw'), move(200, 200), { type: 'end' })).toBe(NO_LASSO);
    expect(after(move(200, 200))).toBe(NO_LASSO);
  });

  it('is a rectangle in whatever direction it was drawn', () => {
    const rectangle = { left: 10, top: 20, right: 30, bottom: 40 };
    expect(rectangleBetween({ x: 30, y: 20 }, { x: 10, y: 40 })).toEqual(rectangle);
    expect(rectangleBetween({ x: 10, y: 40 }, { x: 30, y: 20 })).toEqual(rectangle);
  });

  it('scrolls near the edges only, the faster the nearer, and no faster beyond them', () => {
    expect(scrollSpeed(500, 64, 900)).toBe(0);
    expect(scrollSpeed(880, 64, 900)).toBeGreaterThan(scrollSpeed(850, 64, 900));
    expect(scrollSpeed(2000, 64, 900)).toBe(scrollSpeed(900, 64, 900));
    expect(scrollSpeed(70, 64, 900)).toBeLessThan(0);
  });
});
