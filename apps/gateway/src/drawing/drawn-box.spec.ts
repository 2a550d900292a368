import type { Box, Face } from '@kindred/domain';
import { aFace, aFaceId } from '@kindred/testing';
import { checkedBox, SMALLEST_DRAWN_SIDE } from './drawn-box';

const PHOTO = { width: 1000, height: 500 };
const faceAt = (box: Box): Face => ({ ...aFace({ box }), standing: { state: 'unknown', person: null } });
const refusalOf = (box: Box, others: readonly Face[] = []) => {
  try {
    checkedBox(box, PHOTO, others);
    return null;
  } catch (error) {
    return error as { code: string; message: string; about?: string };
  }
};

describe('the box of a drawn face', () => {
  it('is kept as it is inside the photo, up to its edges', () => {
    for (const box of [
      { x: 0.25, y: 0.25, width: 0.125, height: 0.5 },
      { x: 0, y: 0, width: 1, height: 1 },
    ]) {
      expect(checkedBox(box, PHOTO, [])).toEqual(box);
    }
  });

  it('is brought inside when it is out by no more than a screen rounds', () => {
    const box = checkedBox({ x: -5e-7, y: 0.5, width: 0.5, height: 0.5 + 5e-7 }, PHOTO, []);
    expect(box.x).toBe(0);
    expect(box.y + box.height).toBe(1);
  });

  it.each([
    { x: -0.1, y: 0, width: 0.5, height: 0.5 },
    { x: 0.6, y: 0, width: 0.5, height: 0.5 },
    { x: 0, y: 0.6, width: 0.5, height: 0.5 },
    { x: NaN, y: 0, width: 0.5, height: 0.5 },
    { x: 0, y: 0, width: Infinity, height: 0.5 },
  ])('is refused outside the photo: %j', (box) => {
    expect(refusalOf(box)).toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: expect.stringMatching(/inside/),
    });
  });

  it('is refused when it has too few pixels on either side, or is turned inside out', () => {
    const enough = { x: 0.5, y: 0.5, width: SMALLEST_DRAWN_SIDE / 1000, height: SMALLEST_DRAWN_SIDE / 500 };
    expect(refusalOf(enough)).toBeNull();
    for (const box of [
      { ...enough, width: enough.width * 0.9 },
      { ...enough, height: enough.height * 0.9 },
      { ...enough, width: -0.2 },
    ]) {
      expect(refusalOf(box)).toMatchObject({
        code: 'ARGUMENT_INVALID',
        message: expect.stringMatching(/small/),
      });
    }
  });

  it('is refused where there is a face, which the refusal names', () => {
    const face = faceAt({ x: 0.2, y: 0.2, width: 0.2, height: 0.2 });
    expect(refusalOf({ x: 0.22, y: 0.2, width: 0.2, height: 0.2 }, [face])).toMatchObject({
      code: 'FACE_EXISTS',
      about: aFaceId(1),
    });
    expect(refusalOf({ x: 0.3, y: 0.2, width: 0.2, height: 0.2 }, [face])).toBeNull();
  });
});
