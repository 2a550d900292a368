import fc from 'fast-check';
import { cover, planSearch } from './search-plan';

const side = fc.integer({ min: 1, max: 8000 });
const photo = fc.record({ width: side, height: side });
/** Levels have whole pixels, so their two scales differ a little. */
const ROUNDING = 1.5;
const LIMITS = { window: { width: 320, height: 240 }, smallestFace: 12, minimumFace: 24 };

describe('cover', () => {
  it('shows every stretch that is no longer than the overlap whole in one span', () => {
    const lengths = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(
        lengths,
        fc.integer({ min: 60, max: 700 }),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(3000),
        (length, span, overlap, at) => {
          const starts = cover(length, span, overlap);
          const start = at % length;
          const end = Math.min(length, start + overlap - 1);
          expect(starts.some((s) => s <= start && end <= s + span)).toBe(true);
          expect(starts[0]).toBe(0);
          if (length > span) expect(starts.at(-1)).toBe(length - span);
        },
      ),
    );
  });
});

describe('planSearch', () => {
  it('ends with the whole photo in one window', () => {
    fc.assert(
      fc.property(photo, (size) => {
        const whole = planSearch(size, LIMITS).at(-1)!;
        expect(whole.lefts).toEqual([0]);
        expect(whole.tops).toEqual([0]);
        expect(whole.width).toBeLessThanOrEqual(LIMITS.window.width);
        expect(whole.height).toBeLessThanOrEqual(LIMITS.window.height);
      }),
    );
  });

  it('shows a face of any wanted size large enough and whole in some window', () => {
    fc.assert(
      fc.property(
        photo,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, share, u, v) => {
          const largest = Math.min(size.width, size.height);
          if (largest < LIMITS.minimumFace) return;
          const face = LIMITS.minimumFace + share * (largest - LIMITS.minimumFace);
          const left = u * (size.width - face);
          const top = v * (size.height - face);
          const shown = planSearch(size, LIMITS).some(
            ({ scale, lefts, tops, width, height }) =>
              face * scale >= LIMITS.smallestFace * 0.95 &&
              lefts.some(
                (x) =>
                  x <= left * scale + ROUNDING &&
                  (left + face) * scale <= Math.min(width, x + 320) + ROUNDING,
              ) &&
              tops.some(
                (y) =>
                  y <= top * scale + ROUNDING && (top + face) * scale <= Math.min(height, y + 240) + ROUNDING,
              ),
          );
          expect(shown).toBe(true);
        },
      ),
    );
  });

  it('never enlarges a photo beyond one window', () => {
    expect(planSearch({ width: 100, height: 100 }, LIMITS)).toHaveLength(1);
    expect(planSearch({ width: 6000, height: 4000 }, { ...LIMITS, minimumFace: 6 })[0].scale).toBe(1);
  });
});
