import { mainFace } from './main-face';

const at = (x: number, y: number, side: number) => ({ box: { x, y, width: side, height: side } });

describe('the main face of a photo', () => {
  const middle = at(0.4, 0.4, 0.2);

  it('is the largest one', () => {
    const behind = at(0.1, 0.4, 0.1);
    expect(mainFace([behind, middle])).toBe(middle);
    expect(mainFace([middle, behind])).toBe(middle);
  });

  it('is the one in the middle when another one is as large', () => {
    expect(mainFace([at(0, 0, 0.2), middle, at(0.8, 0.4, 0.2)])).toBe(middle);
  });

  it('is a much larger one at the edge', () => {
    const front = at(0.5, 0.5, 0.5);
    expect(mainFace([middle, front])).toBe(front);
  });

  it('is none where there is none', () => expect(mainFace([])).toBeUndefined());
});
