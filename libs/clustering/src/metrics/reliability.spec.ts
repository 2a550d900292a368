import fc from 'fast-check';
import { expectedCalibrationError, reliabilityTable } from './reliability';

const statements = fc.array(
  fc.record({
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    right: fc.integer({ min: 0, max: 1 }),
  }),
  { maxLength: 60 },
);

const tableOf = (of: readonly { confidence: number; right: number }[], bins: number) =>
  reliabilityTable(
    of.map(({ confidence }) => confidence),
    of.map(({ right }) => right),
    bins,
  );

describe('reliability', () => {
  it('puts each statement into the bin of its confidence, and certainty into the last', () => {
    const table = reliabilityTable([0, 0.05, 0.1, 0.95, 1], [0, 1, 1, 1, 0], 10);
    expect(table.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(table[0]).toMatchObject({ from: 0, to: 0.1, confidence: 0.025, accuracy: 0.5 });
    expect(table[9]).toMatchObject({ from: 0.9, to: 1, confidence: 0.975, accuracy: 0.5 });
  });

  it.each([10, 15])('gives the error that summing up %i bins one by one gives', (bins) => {
    fc.assert(
      fc.property(statements, (sample) => {
        let expected = 0;
        for (let bin = 0; bin < bins; bin += 1) {
          const members = sample.filter(
            ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
          );
          if (members.length === 0) continue;
          const mean = (of: 'confidence' | 'right') =>
            members.reduce((sum, one) => sum + one[of], 0) / members.length;
          expected += (members.length / sample.length) * Math.abs(mean('confidence') - mean('right'));
        }
        expect(expectedCalibrationError(tableOf(sample, bins))).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('is perfect when half of what is said with confidence one half is right', () => {
    expect(expectedCalibrationError(reliabilityTable([0.5, 0.5], [0, 1]))).toBe(0);
    expect(expectedCalibrationError(reliabilityTable([0.9, 0.9], [0, 1]))).toBeCloseTo(0.4, 10);
  });

  it('has an answer when nothing was said', () => {
    expect(expectedCalibrationError(reliabilityTable([], []))).toBe(0);
  });
});
