import fc from 'fast-check';
import { trueAcceptRate } from './true-accept-rate';

describe('the true accept rate', () => {
  it('accepts no more different pairs than it may', () => {
    const different = Array.from({ length: 1000 }, (_, i) => 1 - i / 1000);
    const pairs = { same: [0.9995, 0.995, 0.5], different };
    expect(trueAcceptRate(pairs, 0.001)).toEqual({ rate: 1 / 3, threshold: different[1] });
    expect(trueAcceptRate(pairs, 0.01).rate).toBeCloseTo(2 / 3);
    expect(different.filter((value) => value > trueAcceptRate(pairs, 0.01).threshold)).toHaveLength(10);
  });

  it('is the best rate of all thresholds that keep the limit', () => {
    const similarities = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        similarities,
        similarities,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (same, different, far) => {
          const pairs = {
            same: same.map((value) => value / 10),
            different: different.map((value) => value / 10),
          };
          const share = (of: readonly number[], threshold: number) =>
            of.filter((value) => value > threshold).length / of.length;
          const allowed = [-1.1, ...pairs.different].filter(
            (threshold) => share(pairs.different, threshold) <= far,
          );
          const best = Math.max(...allowed.map((threshold) => share(pairs.same, threshold)));
          expect(trueAcceptRate(pairs, far).rate).toBeCloseTo(best, 10);
        },
      ),
    );
  });
});
