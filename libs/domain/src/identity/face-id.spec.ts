import * as fc from 'fast-check';
import { faceIdOf } from './face-id';
import { isFaceId, type PackName, type PhotoId } from './ids';

const PHOTO = 'ab'.repeat(32) as PhotoId;
const OTHER_PHOTO = 'cd'.repeat(32) as PhotoId;
const PACK = 'test-pack' as PackName;
const STEPS = 4096;
const BOX = { x: 0.25, y: 0.125, width: 0.5, height: 0.0625 };

const step = fc.nat({ max: STEPS });
const steps = fc.record({ x: step, y: step, width: step, height: step });
type Steps = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const boxAt = ({ x, y, width, height }: Steps, off = 0) => ({
  x: (x + off) / STEPS,
  y: (y - off) / STEPS,
  width: (width + off) / STEPS,
  height: (height - off) / STEPS,
});

describe('faceIdOf', () => {
  it('never changes between versions', () => {
    expect(faceIdOf(PHOTO, PACK, BOX)).toBe('06df6709-1235-54e2-9914-df444a860866');
  });

  it('is a UUID of version 5, the same for the same face', () => {
    fc.assert(
      fc.property(steps, (place) => {
        const id = faceIdOf(PHOTO, PACK, boxAt(place));
        expect(isFaceId(id)).toBe(true);
        expect(id).toMatch(/^.{14}5.{4}[89ab]/);
        expect(faceIdOf(PHOTO, PACK, boxAt(place))).toBe(id);
      }),
    );
  });

  it('is the same for boxes that differ by less than half a step', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: -0.49, max: 0.49, noNaN: true }), (place, off) => {
        expect(faceIdOf(PHOTO, PACK, boxAt(place, off))).toBe(faceIdOf(PHOTO, PACK, boxAt(place)));
      }),
    );
  });

  it('differs for boxes that differ by a step or more', () => {
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(faceIdOf(PHOTO, PACK, boxAt(one))).not.toBe(faceIdOf(PHOTO, PACK, boxAt(other)));
      }),
    );
  });

  it('differs for another photo and another pack', () => {
    const ids = [
      faceIdOf(PHOTO, PACK, BOX),
      faceIdOf(OTHER_PHOTO, PACK, BOX),
      faceIdOf(PHOTO, 'other-pack' as PackName, BOX),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
