import { bytes, columns, counted, duration } from './format';

describe('numbers for people', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 KB'],
    [12_700_000, '12.7 MB'],
    [99_960, '100 KB'],
    [999_949, '1.0 MB'],
    [340_000_000, '340 MB'],
    [2_000_000_000_000, '2.0 TB'],
    [5_000_000_000_000_000, '5000 TB'],
  ])('%d bytes are %s', (count, text) => expect(bytes(count)).toBe(text));

  it.each([
    [0, '0:00'],
    [7, '0:07'],
    [59.6, '1:00'],
    [750, '12:30'],
    [3_599.4, '59:59'],
    [3_600, '1:00:00'],
    [7_500, '2:05:00'],
    [360_000, '100:00:00'],
    [-3, '0:00'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it.each([
    [0, '0 faces'],
    [1, '1 face'],
    [1_204, '1,204 faces'],
  ])('%d is counted as %s', (count, text) => expect(counted(count, 'face')).toBe(text));

  it('knows a plural of its own', () => {
    expect(counted(2, 'named person', 'named people')).toBe('2 named people');
  });
});

describe('columns', () => {
  it('are as wide as their widest cell, the last one without blanks at its end', () => {
    const rows = [
      ['*', 'faceplugin', 'MIT'],
      [' ', 'buffalo', 'a long licence'],
    ];
    expect(columns(rows)).toBe('*  faceplugin  MIT\n   buffalo     a long licence');
  });

  it('are nothing without rows', () => expect(columns([])).toBe(''));
});
