import fc from 'fast-check';
import { containmentOf, overlapOf, place, type Candidate } from './candidate';
import { suppress } from './suppression';

const GRID = 24;

const boxes = fc
  .tuple(
    fc.nat(GRID - 1),
    fc.nat(GRID - 1),
    fc.integer({ min: 1, max: GRID }),
    fc.integer({ min: 1, max: GRID }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([left, top, width, height, score]): Candidate => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
    score,
  }));

/** Counts unit squares, which is slow and obvious. */
function squares(a: Candidate, b: Candidate): { both: number; either: number; smaller: number } {
  let both = 0;
  let inA = 0;
  let inB = 0;
  for (let y = 0; y < 2 * GRID; y++) {
    for (let x = 0; x < 2 * GRID; x++) {
      const a1 = x >= a.left && x < a.right && y >= a.top && y < a.bottom;
      const b1 = x >= b.left && x < b.right && y >= b.top && y < b.bottom;
      if (a1) inA++;
      if (b1) inB++;
      if (a1 && b1) both++;
    }
  }
  return { both, either: inA + inB - both, smaller: Math.min(inA, inB) };
}

describe('boxes', () => {
  it('overlap and contain as counting squares says', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const { both, either, smaller } = squares(a, b);
        expect(overlapOf(a, b)).toBeCloseTo(both / either, 10);
        expect(containmentOf(a, b)).toBeCloseTo(both / smaller, 10);
        expect(overlapOf(a, b)).toBe(overlapOf(b, a));
      }),
    );
  });

  it('come back from where they were placed', () => {
    const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        boxes,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        coordinate,
        coordinate,
        (box, factor, x, y) => {
          const face = { ...box, landmarks: [box.left, box.top, box.right, box.bottom, 1, 2, 3, 4, 5, 6] };
          const back = place(place(face, factor, x, y), 1 / factor, -x / factor, -y / factor);
          for (const side of ['left', 'top', 'right', 'bottom'] as const)
            expect(back[side]).toBeCloseTo(box[side], 6);
          back.landmarks!.forEach((value, i) => expect(value).toBeCloseTo(face.landmarks[i], 6));
          expect(back.score).toBe(box.score);
        },
      ),
    );
  });
});

describe('suppress', () => {
  /** Takes the best that is left and strikes out what repeats it, until nothing is left. */
  function slowly(candidates: Candidate[], limits: { overlap: number; containment?: number }): Candidate[] {
    const left = [...candidates];
    const kept: Candidate[] = [];
    while (left.length > 0) {
      const best = left.reduce((a, b) => (b.score > a.score ? b : a));
      kept.push(best);
      for (let i = left.length - 1; i >= 0; i--) {
        const repeats =
          left[i] === best ||
          overlapOf(best, left[i]) > limits.overlap ||
          (limits.containment !== undefined && containmentOf(best, left[i]) > limits.containment);
        if (repeats) left.splice(i, 1);
      }
    }
    return kept;
  }

  it.each([{ overlap: 0.4 }, { overlap: 0.3, containment: 0.7 }])(
    'keeps what the obvious way keeps (%j)',
    (limits) => {
      const distinct = fc.uniqueArray(boxes, { maxLength: 30, selector: (box) => box.score });
      fc.assert(
        fc.property(distinct, (candidates) => {
          expect(suppress(candidates, limits)).toEqual(slowly(candidates, limits));
        }),
      );
    },
  );
});
