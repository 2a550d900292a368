import fc from 'fast-check';
import type { Candidate } from './candidate';
import { decodePriors, decodeRfb } from './rfb';
import { decodeScrfdStride, SCRFD_ANCHORS } from './scrfd';
import { decodeYunetStride } from './yunet';

/** Outputs as a model might give them, from a seed; the decoders get the same numbers as the slow versions. */
function numbers(seed: number, length: number, low: number, high: number): Float32Array {
  let state = seed % 2147483647 || 1;
  return Float32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return low + ((high - low) * state) / 2147483647;
  });
}

function expectSame(actual: Candidate[], expected: Candidate[], digits = 4): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((candidate, i) => {
    for (const side of ['left', 'top', 'right', 'bottom', 'score'] as const) {
      expect(candidate[side]).toBeCloseTo(expected[i][side], digits);
    }
    candidate.landmarks?.forEach((value, k) => expect(value).toBeCloseTo(expected[i].landmarks![k], 4));
  });
}

const grids = fc.record({
  columns: fc.integer({ min: 1, max: 9 }),
  rows: fc.integer({ min: 1, max: 9 }),
  stride: fc.constantFrom(8, 16, 32),
  threshold: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  seed: fc.integer({ min: 1, max: 1e9 }),
});

describe('SCRFD', () => {
  it('reads distances and points from both anchors of every cell', () => {
    fc.assert(
      fc.property(grids, ({ columns, rows, stride, threshold, seed }) => {
        const count = columns * rows * SCRFD_ANCHORS;
        const scores = numbers(seed, count, 0, 1);
        const distances = numbers(seed + 1, count * 4, 0, 5);
        const points = numbers(seed + 2, count * 10, -3, 3);

        const expected: Candidate[] = [];
        let i = 0;
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            for (let anchor = 0; anchor < SCRFD_ANCHORS; anchor++, i++) {
              if (scores[i] < threshold) continue;
              const [left, top, right, bottom] = distances.slice(i * 4, i * 4 + 4);
              expected.push({
                left: (column - left) * stride,
                top: (row - top) * stride,
                right: (column + right) * stride,
                bottom: (row + bottom) * stride,
                score: scores[i],
                landmarks: [...points.slice(i * 10, i * 10 + 10)].map(
                  (p, k) => ((k % 2 ? row : column) + p) * stride,
                ),
              });
            }
          }
        }
        expectSame(decodeScrfdStride({ scores, distances, points }, stride, columns, threshold), expected);
      }),
    );
  });
});

describe('YuNet', () => {
  it('reads centres, logarithmic sizes and points from every cell', () => {
    fc.assert(
      fc.property(grids, ({ columns, rows, stride, threshold, seed }) => {
        const count = columns * rows;
        const cls = numbers(seed, count, -0.1, 1.1);
        const obj = numbers(seed + 1, count, -0.1, 1.1);
        const bbox = numbers(seed + 2, count * 4, -1, 2);
        const kps = numbers(seed + 3, count * 10, -3, 3);
        const unit = (value: number) => Math.min(1, Math.max(0, value));

        const expected: Candidate[] = [];
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const i = row * columns + column;
            const score = Math.sqrt(unit(cls[i]) * unit(obj[i]));
            if (score < threshold) continue;
            const [dx, dy, logWidth, logHeight] = bbox.slice(i * 4, i * 4 + 4);
            const x = (column + dx) * stride;
            const y = (row + dy) * stride;
            const width = Math.exp(logWidth) * stride;
            const height = Math.exp(logHeight) * stride;
            expected.push({
              left: x - width / 2,
              top: y - height / 2,
              right: x + width / 2,
              bottom: y + height / 2,
              score,
              landmarks: [...kps.slice(i * 10, i * 10 + 10)].map(
                (p, k) => ((k % 2 ? row : column) + p) * stride,
              ),
            });
          }
        }
        expectSame(decodeYunetStride({ cls, obj, bbox, kps }, stride, columns, threshold), expected);
      }),
    );
  });
});

describe('RFB', () => {
  it('scales fractions to the window and takes the second of the two scores', () => {
    const scores = Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.35, 0.65);
    const boxes = Float32Array.of(0, 0, 1, 1, 0.25, 0.5, 0.5, 0.75, 0, 0.1, 0.2, 0.3);
    expectSame(decodeRfb(scores, boxes, { width: 320, height: 240 }, 0.65 - 1e-6), [
      { left: 80, top: 120, right: 160, bottom: 180, score: 0.8 },
      { left: 0, top: 24, right: 64, bottom: 72, score: 0.65 },
    ]);
  });

  it('decodes from logits and offsets what a model would decode itself', () => {
    const window = { width: 320, height: 240 };
    const priors = fc.record({
      count: fc.integer({ min: 0, max: 50 }),
      threshold: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1e9 }),
    });
    fc.assert(
      fc.property(priors, ({ count, threshold, seed }) => {
        const logits = numbers(seed, count * 2, -4, 4);
        const offsets = numbers(seed + 1, count * 4, -3, 3);
        const centres = numbers(seed + 2, count * 2, 0, 1);
        const sizes = numbers(seed + 3, count * 2, 0.01, 0.5);
        const scores = logits.map((_, i) => {
          const [background, face] = [Math.exp(logits[i & ~1]), Math.exp(logits[i | 1])];
          return (i % 2 ? face : background) / (background + face);
        });
        const boxes = offsets.map((_, i) => {
          const [prior, axis] = [i >> 2, i & 1];
          const centre =
            centres[prior * 2 + axis] + offsets[prior * 4 + axis] * 0.1 * sizes[prior * 2 + axis];
          const size = Math.exp(offsets[prior * 4 + 2 + axis] * 0.2) * sizes[prior * 2 + axis];
          return (i & 3) < 2 ? centre - size / 2 : centre + size / 2;
        });
        const decoding = {
          logits: 'logits',
          offsets: 'offsets',
          centres,
          sizes,
          centreVariance: 0.1,
          sizeVariance: 0.2,
        };
        expectSame(
          decodePriors(logits, offsets, decoding, window, threshold),
          decodeRfb(scores, boxes, window, threshold),
          3,
        );
      }),
    );
  });
});
