import { parseFaceSize } from './face-size';
import { gridMetrics } from './group-layout';

describe('the size of faces', () => {
  it('is what was remembered, if that is possible', () => {
    expect(parseFaceSize('1.4')).toBe(1.4);
    for (const wrong of [null, '', 'large', '0', '90']) expect(parseFaceSize(wrong)).toBe(1);
  });

  it('changes the number of columns, which fill the width whatever it is', () => {
    for (const width of [362, 700, 1384]) {
      const [small, usual, large] = [0.6, 1, 1.9].map((size) => gridMetrics(width, size));
      expect(small!.columns).toBeGreaterThan(usual!.columns);
      expect(usual!.columns).toBeGreaterThan(large!.columns);
      for (const { columns, tile, gap } of [small!, usual!, large!]) {
        const used = columns * (tile + gap) - gap;
        expect(width - used).toBeGreaterThanOrEqual(0);
        expect(width - used).toBeLessThan(columns);
      }
    }
  });
});
