import fc from 'fast-check';
import { PairHeap } from './pair-heap';

describe('a heap of pairs', () => {
  it('gives them by falling key, equal ones by number, whenever they came', () => {
    const keys = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(keys, fc.nat(10), (all, capacity) => {
        const heap = new PairHeap(capacity);
        all.forEach((key, pair) => heap.push(key, pair));
        const expected = all
          .map((key, pair) => ({ key, pair }))
          .sort((a, b) => b.key - a.key || a.pair - b.pair);
        for (const { key, pair } of expected) {
          expect(heap.firstKey === key).toBe(true);
          expect(heap.pop()).toBe(pair);
        }
        expect(heap.size).toBe(0);
      }),
    );
  });
});
