import { growthBetween, growths, median } from './growth';

describe('growth', () => {
  it('is 1 where twice as many faces take twice as long, 2 where they take four times as long', () => {
    expect(growthBetween({ faces: 1000, seconds: 3 }, { faces: 2000, seconds: 6 })).toBeCloseTo(1);
    expect(growthBetween({ faces: 1000, seconds: 3 }, { faces: 2000, seconds: 12 })).toBeCloseTo(2);
  });

  it('is told from each size to the next', () => {
    const exponents = growths([
      { faces: 10, seconds: 1 },
      { faces: 100, seconds: 10 },
      { faces: 1000, seconds: 1000 },
    ]);
    expect(exponents.map((exponent) => Number(exponent.toFixed(6)))).toEqual([1, 2]);
  });
});

describe('the median', () => {
  it('is the middle one, or between the two in the middle, in numeric order', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([10, 9, 100, 12])).toBe(11);
  });
});
