import { monthsOf, spanOf, yearsOf } from './months';

const BUCKETS = [
  { key: '2020-02', count: 10_000 },
  { key: '2020-02', count: 5 },
  { key: '2020-01', count: 2 },
  { key: '2019-12', count: 1 },
];

describe('months and years', () => {
  it('come once each, in their order, with all their faces', () => {
    expect(monthsOf(BUCKETS)).toEqual([
      { key: '2020-02', count: 10_005 },
      { key: '2020-01', count: 2 },
      { key: '2019-12', count: 1 },
    ]);
    expect(yearsOf(monthsOf(BUCKETS))).toEqual([
      { key: '2020', count: 10_007 },
      { key: '2019', count: 1 },
    ]);
  });

  it('end where the next one begins, also at the end of a year', () => {
    const [january, december] = ['2020-01-01T00:00:00.000Z', '2019-12-01T00:00:00.000Z'];
    expect(spanOf('2019-12')).toEqual({ takenFrom: december, takenBefore: january });
    expect(spanOf('2019')).toEqual({ takenFrom: '2019-01-01T00:00:00.000Z', takenBefore: january });
  });
});
