import { fitPrior } from './fit-prior';

describe('the prior of a pack', () => {
  it('is even where the two kinds are as frequent', () => {
    const spread = (middle: number) => Array.from({ length: 201 }, (_, i) => middle + (i - 100) / 250);
    const { slope, intercept } = fitPrior({ same: spread(0.6), different: spread(0.1) });
    expect(slope).toBeGreaterThan(0);
    expect(-intercept / slope).toBeCloseTo(0.35, 2);
  });
});
