import { fitted, panBy, toggleAt, WHOLE, zoomAt } from './zoom';

const FRAME = { frame: { width: 800, height: 600 }, picture: { width: 800, height: 400 } };
/** Where, from the middle of the frame, a point of the photo is seen that is `x` pixels from its middle when whole. */
const seen = ({ scale, x }: { scale: number; x: number }, at: number) => at * scale + x;

describe('zooming into a photo', () => {
  it('keeps what is below the pointer where it is', () => {
    let zoom = WHOLE;
    for (const factor of [1.5, 1.5, 0.8, 2]) {
      const point = (120 - zoom.x) / zoom.scale;
      zoom = zoomAt(zoom, factor, { x: 120, y: 0 }, FRAME);
      expect(seen(zoom, point)).toBeCloseTo(120, 9);
    }
  });

  it('never makes a photo smaller than it fits, nor larger than helps', () => {
    expect(zoomAt(WHOLE, 0.1, { x: 50, y: 50 }, FRAME)).toEqual(WHOLE);
    expect(zoomAt(WHOLE, 1e6, { x: 0, y: 0 }, FRAME).scale).toBe(10);
  });

  it('never leaves the photo: its edges stay at those of the frame', () => {
    const close = zoomAt(WHOLE, 2, { x: 0, y: 0 }, FRAME);
    expect(panBy(close, 9999, 9999, FRAME)).toEqual({ scale: 2, x: 400, y: 100 });
    expect(panBy(close, -9999, -9999, FRAME)).toEqual({ scale: 2, x: -400, y: -100 });
    expect(panBy(WHOLE, 50, 50, FRAME)).toEqual(WHOLE);
  });

  it('is whole and in the middle again when it is zoomed out', () => {
    const aside = panBy(zoomAt(WHOLE, 4, { x: 300, y: 100 }, FRAME), -100, 40, FRAME);
    expect(zoomAt(aside, 0.01, { x: -200, y: 90 }, FRAME)).toEqual(WHOLE);
  });

  it('comes closer with a double click, and goes back with the next', () => {
    const close = toggleAt(WHOLE, { x: 100, y: 0 }, FRAME);
    expect(close.scale).toBeGreaterThan(2);
    expect(toggleAt(close, { x: 0, y: 0 }, FRAME)).toEqual(WHOLE);
  });

  it('fits photos of any shape', () => {
    expect(fitted({ width: 4000, height: 2000 }, FRAME.frame)).toEqual({ width: 800, height: 400 });
    expect(fitted({ width: 1000, height: 2000 }, FRAME.frame)).toEqual({ width: 300, height: 600 });
  });
});
