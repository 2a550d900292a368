import * as fc from 'fast-check';
import { sortInTurns } from './sort-in-turns';

const sorted = <T>(items: readonly T[], compare: (one: T, other: T) => number) => {
  const sorting = sortInTurns(items, compare);
  for (let turns = 0; ; turns += 1) {
    const { done, value } = sorting.next();
    if (done) return { value, turns };
  }
};

describe('sorting in turns', () => {
  it('gives what sorting at once gives, items that compare alike as they were', () => {
    const item = fc.record({ key: fc.nat({ max: 20 }), name: fc.string() });
    const items = fc.array(item, { maxLength: 40 });
    fc.assert(
      fc.property(items, fc.constantFrom(1, 700), (few, times) => {
        const all = Array.from({ length: times }, (_, time) => few.map((one) => ({ ...one, time }))).flat();
        const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;
        expect(sorted(all, byKey).value).toEqual([...all].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('gives way again and again where there are many', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 50_000);
    const { value, turns } = sorted(many, (one, other) => one - other);
    expect(value).toEqual([...many].sort((one, other) => one - other));
    expect(turns).toBeGreaterThan(20);
  });
});
