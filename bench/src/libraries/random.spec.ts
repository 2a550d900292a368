import { Random, WeightedChoice } from './random';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance', () => {
  it('repeats itself for the same seeds and not for others', () => {
    const first = (...seeds: number[]) =>
      draws(
        5,
        (
          (random) => () =>
            random.next()
        )(new Random(...seeds)),
      );
    expect(first(1, 2)).toEqual(first(1, 2));
    expect(first(1, 2)).not.toEqual(first(2, 1));
    expect(first(1)).not.toEqual(first(2));
  });

  it('is even, normal and Poisson where it says so', () => {
    const random = new Random(5);
    const even = draws(20_000, () => random.next());
    const normal = draws(20_000, () => random.normal());
    expect(mean(even)).toBeCloseTo(0.5, 1);
    expect(mean(even.map((value) => value ** 2))).toBeCloseTo(1 / 3, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(mean(normal.map((value) => value ** 4))).toBeGreaterThan(2.7);
    expect(mean(draws(20_000, () => random.poisson(1.3)))).toBeCloseTo(1.3, 1);
  });

  it('picks by weight', () => {
    const random = new Random(6);
    const choice = new WeightedChoice([1, 0, 3]);
    const picks = draws(8000, () => choice.pick(random));
    expect(picks).not.toContain(1);
    expect(picks.filter((place) => place === 2).length / picks.length).toBeCloseTo(0.75, 1);
  });
});
