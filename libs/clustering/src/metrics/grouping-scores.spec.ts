import fc from 'fast-check';
import { bcubedScores } from './bcubed';
import { pairwiseScores } from './pairwise';
import type { Scores } from './scores';

const labels = (...values: number[]) => Int32Array.from(values);

/** Two faces that are the same one, or share a label other than -1. */
const together = (of: Int32Array, one: number, other: number) =>
  one === other || (of[one] !== -1 && of[one] === of[other]);

function slowPairwise(truth: Int32Array, predicted: Int32Array): Pick<Scores, 'precision' | 'recall'> {
  let right = 0;
  let grouped = 0;
  let belonging = 0;
  for (let one = 0; one < truth.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const are = together(truth, one, other);
      const said = together(predicted, one, other);
      right += Number(are && said);
      grouped += Number(said);
      belonging += Number(are);
    }
  }
  return { precision: grouped === 0 ? 1 : right / grouped, recall: belonging === 0 ? 1 : right / belonging };
}

function slowBcubed(truth: Int32Array, predicted: Int32Array): Pick<Scores, 'precision' | 'recall'> {
  const faces = [...truth.keys()];
  const mean = (of: Int32Array, against: Int32Array) =>
    faces.reduce((sum, face) => {
      const group = faces.filter((other) => together(of, face, other));
      return sum + group.filter((other) => together(against, face, other)).length / group.length;
    }, 0) / faces.length;
  if (faces.length === 0) return { precision: 1, recall: 1 };
  return { precision: mean(predicted, truth), recall: mean(truth, predicted) };
}

const samples = fc
  .array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 })), { maxLength: 40 })
  .map((faces) => ({
    truth: Int32Array.from(faces, ([person]) => person),
    predicted: Int32Array.from(faces, ([, group]) => group),
  }));

describe.each([
  ['pairwise', pairwiseScores, slowPairwise],
  ['BCubed', bcubedScores, slowBcubed],
])('%s precision and recall', (_, scores, slow) => {
  it('are what counting every pair of faces gives', () => {
    fc.assert(
      fc.property(samples, ({ truth, predicted }) => {
        const expected = slow(truth, predicted);
        const found = scores(truth, predicted);
        expect(found.precision).toBeCloseTo(expected.precision, 10);
        expect(found.recall).toBeCloseTo(expected.recall, 10);
      }),
    );
  });

  it('do not depend on which numbers groups have', () => {
    fc.assert(
      fc.property(samples, ({ truth, predicted }) => {
        const renamed = predicted.map((group) => (group === -1 ? -1 : 2_000_000_000 - 7 * group));
        expect(scores(truth, renamed)).toEqual(scores(truth, predicted));
      }),
    );
  });

  it('swap when truth and prediction do', () => {
    fc.assert(
      fc.property(samples, ({ truth, predicted }) => {
        const { precision, recall, f } = scores(truth, predicted);
        const swapped = scores(predicted, truth);
        expect(swapped.precision).toBeCloseTo(recall, 10);
        expect(swapped.recall).toBeCloseTo(precision, 10);
        expect(swapped.f).toBeCloseTo(f, 10);
      }),
    );
  });

  it('are perfect for the truth itself', () => {
    fc.assert(
      fc.property(samples, ({ truth }) => {
        for (const score of Object.values(scores(truth, truth))) expect(score).toBeCloseTo(1, 10);
      }),
    );
  });

  it('refuse labels for another number of faces', () => {
    expect(() => scores(labels(1, 1), labels(1))).toThrow('There are 2 true labels and 1 predicted ones.');
  });
});

describe('what the scores punish', () => {
  it('is a stranger in a group, by precision', () => {
    expect(pairwiseScores(labels(1, 1, 2), labels(1, 1, 1))).toEqual({ precision: 1 / 3, recall: 1, f: 0.5 });
    expect(bcubedScores(labels(1, 1, 2), labels(1, 1, 1)).precision).toBeCloseTo(5 / 9, 10);
  });

  it('is a person in two groups, by recall', () => {
    expect(pairwiseScores(labels(1, 1, 1), labels(1, 1, 2)).recall).toBeCloseTo(1 / 3, 10);
    expect(bcubedScores(labels(1, 1, 1), labels(1, 1, 2)).recall).toBeCloseTo(5 / 9, 10);
  });

  it('is nothing when strangers stay alone', () => {
    expect(pairwiseScores(labels(-1, -1, 3), labels(-1, -1, -1)).f).toBe(1);
    expect(bcubedScores(labels(-1, -1, 3), labels(-1, -1, -1)).f).toBe(1);
  });

  it('is f 0 when nothing is right', () => {
    expect(pairwiseScores(labels(1, 1, 2, 2), labels(1, 2, 1, 2))).toEqual({ precision: 0, recall: 0, f: 0 });
  });
});
