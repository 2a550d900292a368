import { fitPrior, pairsOf } from './verification';

const at = (person: string, degrees: number) => ({
  person,
  embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
});

describe('verification', () => {
  it('pairs every face with every other one', () => {
    const pairs = pairsOf([at('a', 0), at('a', 10), at('b', 90), at('b', 100)]);
    expect(pairs.same).toHaveLength(2);
    expect(pairs.different).toHaveLength(4);
    expect(Math.max(...pairs.different)).toBeCloseTo(Math.cos((80 * Math.PI) / 180), 5);
  });

  it('fits a prior that is even where the two kinds are as frequent', () => {
    const spread = (middle: number) => Array.from({ length: 201 }, (_, i) => middle + (i - 100) / 250);
    const { slope, intercept } = fitPrior({ same: spread(0.6), different: spread(0.1) });
    expect(slope).toBeGreaterThan(0);
    expect(-intercept / slope).toBeCloseTo(0.35, 2);
  });
});
