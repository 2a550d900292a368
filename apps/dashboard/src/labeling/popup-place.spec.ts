import fc from 'fast-check';
import { popupPlace } from './popup-place';

const POPUP = { width: 368, height: 430 };
const SCREEN = { width: 1440, height: 900 };

const anchor = fc
  .record({
    left: fc.integer({ min: -5000, max: 5000 }),
    top: fc.integer({ min: -5000, max: 5000 }),
    size: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ left, top, size }) => ({ left, top, right: left + size, bottom: top + size }));

describe('the place of a pop-up', () => {
  it('is inside the screen, wherever what it belongs to has been scrolled to', () => {
    fc.assert(
      fc.property(fc.option(anchor), (where) => {
        const { left, top } = popupPlace(where, POPUP, SCREEN);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + POPUP.width).toBeLessThanOrEqual(SCREEN.width);
        expect(top + POPUP.height).toBeLessThanOrEqual(SCREEN.height);
      }),
    );
  });

  it('is below what it belongs to, or above it where there is no room', () => {
    const at = (top: number) => ({ left: 700, top, right: 800, bottom: top + 100 });
    expect(popupPlace(at(200), POPUP, SCREEN)).toEqual({ left: 566, top: 308 });
    expect(popupPlace(at(700), POPUP, SCREEN)).toEqual({ left: 566, top: 262 });
  });
});
