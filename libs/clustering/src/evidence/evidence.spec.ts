import fc from 'fast-check';
import { type EmbeddingModel, logLikelihoodRatio, scaleOf, signalOf, weightOf } from './evidence';

const MODEL: EmbeddingModel = { signal: 0.86, dimension: 60, appearance: 0.45 };

/** Single faces of these signals and this cosine similarity. */
function ratioOfFaces(similarity: number, signal: number, otherSignal = signal, model = MODEL): number {
  const evidence = (own: number) => ({ weight: weightOf(own), square: scaleOf(own) ** 2 });
  const product = similarity * scaleOf(signal) * scaleOf(otherSignal);
  return logLikelihoodRatio(model, evidence(signal), evidence(otherSignal), product);
}

/** As many faces of one signal, all pairs of which have one similarity, in each of two sets. */
function ratioOfSets(faces: number, within: number, across: number): number {
  const scale = scaleOf(MODEL.signal);
  const evidence = {
    weight: faces * weightOf(MODEL.signal),
    square: scale ** 2 * faces * (1 + (faces - 1) * within),
  };
  return logLikelihoodRatio(MODEL, evidence, evidence, scale ** 2 * faces ** 2 * across);
}

describe('the evidence that faces are one person', () => {
  it('grows with their similarity', () => {
    const similarity = fc.double({ min: -1, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(similarity, similarity, (one, other) => {
        fc.pre(other - one > 1e-6);
        expect(ratioOfFaces(other, 0.86)).toBeGreaterThan(ratioOfFaces(one, 0.86));
      }),
    );
  });

  it('does not depend on which is first', () => {
    const signal = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(signal, signal, fc.double({ min: -1, max: 1, noNaN: true }), (one, other, similarity) => {
        expect(ratioOfFaces(similarity, one, other)).toBeCloseTo(ratioOfFaces(similarity, other, one), 8);
      }),
    );
  });

  it('is little where one of them is hardly a face', () => {
    expect(Math.abs(ratioOfFaces(0.7, 0.86, 0.05))).toBeLessThan(2);
    expect(ratioOfFaces(0.7, 0.86)).toBeGreaterThan(10);
  });

  it('decides more surely from many faces than from one, both ways', () => {
    expect(ratioOfSets(20, 0.67, 0.55)).toBeGreaterThan(ratioOfSets(1, 1, 0.55));
    expect(ratioOfSets(20, 0.67, 0.05)).toBeLessThan(ratioOfSets(1, 1, 0.05));
  });

  it('has an end, however many faces there are: they show one appearance', () => {
    expect(ratioOfSets(10_000, 0.67, 0.6) - ratioOfSets(1000, 0.67, 0.6)).toBeLessThan(0.5);
  });

  it('is the ratio of the two Gaussian densities', () => {
    // One dimension: x = c + noise with the variances that the model names, same c or not.
    const [a, b] = [0.7, 0.6];
    const [weightA, weightB] = [weightOf(a), weightOf(b)];
    const [x, y] = [0.4, -0.3];
    const density = (one: number, other: number, covariance: number) => {
      const vA = 1 + MODEL.appearance + 1 / weightA;
      const vB = 1 + MODEL.appearance + 1 / weightB;
      const determinant = vA * vB - covariance ** 2;
      const exponent = (vB * one ** 2 - 2 * covariance * one * other + vA * other ** 2) / determinant;
      return Math.exp(-exponent / 2) / (2 * Math.PI * Math.sqrt(determinant));
    };
    const ratio = logLikelihoodRatio(
      { ...MODEL, dimension: 1 },
      { weight: weightA, square: (weightA * x) ** 2 },
      { weight: weightB, square: (weightB * y) ** 2 },
      weightA * x * weightB * y,
    );
    expect(ratio).toBeCloseTo(Math.log(density(x, y, 1) / density(x, y, 0)), 10);
  });

  it('takes a face whose embedding lies mostly in meaningless directions for a weak one', () => {
    expect(signalOf(MODEL, 1)).toBeCloseTo(0.86);
    expect(signalOf(MODEL, 0.5)).toBeCloseTo(0.215);
    expect(signalOf(MODEL, 0)).toBe(0.05);
  });
});
