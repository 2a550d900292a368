import { type GridMetrics, layoutGroups } from './group-layout';
import { bucketLabel, markAt, scrubberMarks, shortLabel, ticks } from './scrubber-marks';

const metrics: GridMetrics = { columns: 10, tile: 90, gap: 10, headerHeight: 50, groupGap: 0 };
const group = (title: string, count: number, keys: string[] = []) => ({
  title,
  count,
  collapsed: false,
  buckets: keys.map((key, at) => ({ key, position: at * 10_000, count: 10_000, after: String(at) })),
});
const marksOf = (...groups: ReturnType<typeof group>[]) =>
  scrubberMarks(groups, layoutGroups(groups, metrics), metrics, (key) => key);

describe('the marks of a scrubber', () => {
  it('are the buckets of one long list, each name once', () => {
    expect(marksOf(group('All', 40_000, ['2024-02', '2024-01', '2024-01', '2023-12']))).toEqual([
      { top: 50, label: '2024-02' },
      { top: 100_050, label: '2024-01' },
      { top: 300_050, label: '2023-12' },
    ]);
  });

  it('are the groups where there are several', () => {
    expect(marksOf(group('Anna', 20, ['2024-02', '2024-01']), group('Bea', 5))).toEqual([
      { top: 0, label: 'Anna' },
      { top: 240, label: 'Bea' },
    ]);
  });

  it('say what a place belongs to', () => {
    const marks = marksOf(group('Anna', 20), group('Bea', 5));
    expect([-1, 0, 239, 240, 9_999].map((place) => markAt(marks, place)?.label ?? null)).toEqual([
      null,
      'Anna',
      'Anna',
      'Bea',
      'Bea',
    ]);
  });

  it('become labels as far as they fit, each text once', () => {
    const marks = [0, 10, 500, 505, 900].map((top, at) => ({
      top,
      label: ['Anna', 'Ava', 'Bea', 'Cleo', 'Dora'][at]!,
    }));
    expect(ticks(marks, 1_000, 400, 20, shortLabel)).toEqual([
      { at: 0, text: 'A' },
      { at: 0.5, text: 'B' },
      { at: 0.9, text: 'D' },
    ]);
  });

  it('are called as people say it', () => {
    const states = { labeled: 'Labeled', unknown: 'Unknown' };
    expect(['2020-02', '0.85', '0', 'labeled'].map((key) => bucketLabel(key, states))).toEqual([
      'Feb 2020',
      '85%',
      '0%',
      'Labeled',
    ]);
    expect(['Feb 2020', '85%', 'ángela', ''].map(shortLabel)).toEqual(['2020', '85%', 'Á', '']);
  });
});
