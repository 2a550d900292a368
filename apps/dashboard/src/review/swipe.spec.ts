import { SWIPE_DISTANCE, swipeVerdict } from './swipe';
import { reviewKey } from './use-review-keys';

const key = (name: string, held = {}) =>
  reviewKey({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('swiping a face', () => {
  it.each([
    ['yes', SWIPE_DISTANCE, 10],
    ['no', -SWIPE_DISTANCE, -30],
    ['skip', 20, SWIPE_DISTANCE],
    [null, SWIPE_DISTANCE - 1, 0],
    [null, 0, -200],
    ['skip', 100, 120],
    ['yes', 120, 100],
  ] as const)('means %s by %i to the right and %i down', (verdict, x, y) => {
    expect(swipeVerdict(x, y)).toBe(verdict);
  });
});

describe('the keys of a review', () => {
  it('have a letter each, in any case, and the natural others', () => {
    expect(['y', 'Y', 'Enter', 'ArrowRight'].map((name) => key(name))).toEqual(Array(4).fill('yes'));
    expect(['n', 'ArrowLeft'].map((name) => key(name))).toEqual(['no', 'no']);
    expect(['s', 'ArrowDown'].map((name) => key(name))).toEqual(['skip', 'skip']);
    expect(['e', 'u', 'p', 'Escape'].map((name) => key(name))).toEqual(['other', 'undo', 'photo', 'leave']);
  });

  it('leave the shortcuts of the browser alone, but for undo', () => {
    expect(key('z', { ctrlKey: true })).toBe('undo');
    expect(key('z', { metaKey: true })).toBe('undo');
    expect([key('s', { ctrlKey: true }), key('ArrowLeft', { altKey: true }), key('q'), key('z')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
