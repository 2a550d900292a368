import { calibrate, type JudgedMatch } from './calibrate';
import { confidenceOf, UNCORRECTED } from './confidence';
import { randomOf } from '../testing/a-library';

/** Matches whose true log odds are a line of what is believed. */
function matches(count: number, slope: number, shift: number): JudgedMatch[] {
  const random = randomOf(3);
  return Array.from({ length: count }, () => {
    const logOdds = 8 * random() - 3;
    return { logOdds, right: random() < confidenceOf(slope * logOdds + shift) };
  });
}

describe('calibration by labels', () => {
  it('trusts the shipped weights while there are few labels', () => {
    expect(calibrate(matches(19, 0.3, -3))).toEqual(UNCORRECTED);
  });

  it('finds out how far confidences are too high', () => {
    const { slope, shift } = calibrate(matches(20_000, 0.6, -1.5));
    expect(slope).toBeCloseTo(0.6, 1);
    expect(shift).toBeCloseTo(-1.5, 1);
  });

  it('changes little after few labels and much after many', () => {
    const few = calibrate(matches(40, 0.6, -1.5));
    const many = calibrate(matches(4000, 0.6, -1.5));
    expect(few.shift).toBeLessThan(0);
    expect(few.shift).toBeGreaterThan(many.shift);
  });

  it('leaves right confidences as they are, and never raises any', () => {
    const right = calibrate(matches(20_000, 1, 0));
    expect(right.slope).toBeCloseTo(1, 1);
    expect(right.shift).toBeCloseTo(0, 1);
    expect(calibrate(matches(20_000, 1.5, 2)).shift).toBe(0);
  });
});
