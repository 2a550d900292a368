import { instantOf } from './instant';

describe('instantOf', () => {
  it('honours a zone, and takes a time without one as UTC wherever it runs', () => {
    const noon = Date.UTC(2026, 0, 1, 12);
    for (const time of [
      '2026-01-01T12:00:00Z',
      '2026-01-01T14:00:00+02:00',
      '2026-01-01T12:00:00',
      '2026-01-01T12:00',
    ]) {
      expect(instantOf(time)).toBe(noon);
    }
    expect(instantOf('2026-01-01')).toBe(Date.UTC(2026, 0, 1));
    expect(instantOf('1969-07-20T20:17:40')).toBeLessThan(0);
  });

  it('is 0 for what is no time', () => {
    for (const text of ['', 'yesterday', '0000:00:00 00:00:00', '2026-13-01T00:00:00'])
      expect(instantOf(text)).toBe(0);
  });
});
