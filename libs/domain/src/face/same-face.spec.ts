import { SAME_FACE_OVERLAP, sameFaces } from './same-face';

const at = (x: number, width = 0.2) => ({ box: { x, y: 0.1, width, height: 0.2 } });

describe('sameFaces', () => {
  it('gives each box to one other only, the best overlap first', () => {
    const [near, nearer] = [at(0.12), at(0.11)];
    const face = at(0.1);
    expect([...sameFaces([near, nearer], [face])]).toEqual([[nearer, face]]);
  });

  it('does not take boxes that overlap less for one face', () => {
    const overlap = (shift: number) => (0.2 - shift) / (0.2 + shift);
    const [close, far] = [0.06, 0.08];
    expect(overlap(close)).toBeGreaterThan(SAME_FACE_OVERLAP);
    expect(overlap(far)).toBeLessThan(SAME_FACE_OVERLAP);
    expect(sameFaces([at(0.1 + close)], [at(0.1)]).size).toBe(1);
    expect(sameFaces([at(0.1 + far)], [at(0.1)]).size).toBe(0);
  });
});
