import { ageAt, lifeSpan, parseBirthDate, pastBirthDate } from './birth-date';

const DAY = parseBirthDate('1985-04-30');
const YEAR = parseBirthDate('1985');

describe('a date of birth', () => {
  it.each(['1985-04-30', '1985', '2000-02-29', '0985'])('is %s', (text) => {
    expect(parseBirthDate(text)).toBe(text);
  });

  it.each([
    '',
    '85',
    '1985-4-30',
    '1985-04',
    '2001-02-29',
    '1985-13-01',
    '30.4.1985',
    '1985-04-30T00:00',
    ' 1985',
  ])('is not %j', (text) => {
    expect(() => parseBirthDate(text)).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID', hint: expect.any(String) }),
    );
  });
});

describe('a date of birth that somebody may have', () => {
  const NOW = '2026-01-01T12:00:00.000Z';

  it.each(['1985-04-30', '2026', '2026-01-01'])('is %s at the beginning of 2026', (text) => {
    expect(pastBirthDate(text, NOW)).toBe(text);
  });

  it.each(['2026-01-02', '2027', '9999', '1985-04'])('is not %s', (text) => {
    expect(() => pastBirthDate(text, NOW)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }));
  });
});

describe('the age in a photo', () => {
  it.each([
    ['2015-04-29T12:00:00', 29],
    ['2015-04-30T00:00:00', 30],
    ['2015-12-31T23:59:59', 30],
    ['1985-04-30T08:00:00', 0],
    ['2105-06-01T00:00:00', 120],
  ])('taken at %s is %d', (takenAt, years) => {
    expect(ageAt(DAY, takenAt)).toEqual({ kind: 'age', years, exact: true });
  });

  it('goes by the day where the camera was', () => {
    expect(ageAt(DAY, '2015-04-30T00:30:00+10:00')).toMatchObject({ years: 30 });
    expect(ageAt(DAY, '2015-04-29T23:30:00-10:00')).toMatchObject({ years: 29 });
  });

  it('is that of the year when only the year of birth is known', () => {
    expect(ageAt(YEAR, '2015-01-01T12:00:00')).toEqual({ kind: 'age', years: 30, exact: false });
    expect(ageAt(YEAR, '1985-06-01T12:00:00')).toEqual({ kind: 'age', years: 0, exact: false });
  });

  it('cannot be before the birth', () => {
    expect(ageAt(DAY, '1985-04-29T01:00:00')).toEqual({ kind: 'impossible', because: 'before birth' });
    expect(ageAt(YEAR, '1984-12-30T12:00:00')).toEqual({ kind: 'impossible', because: 'before birth' });
  });

  it('cannot be more than 120', () => {
    expect(ageAt(DAY, '2106-05-02T00:00:00')).toEqual({ kind: 'impossible', because: 'too old' });
    expect(ageAt(YEAR, '2106-12-31T00:00:00')).toMatchObject({ kind: 'age', years: 121 });
    expect(ageAt(YEAR, '2107-01-02T00:00:00')).toEqual({ kind: 'impossible', because: 'too old' });
  });

  it('is a day of grace around the birth, since a day begins earlier elsewhere', () => {
    expect(ageAt(DAY, '1985-04-29T20:00:00')).toEqual({ kind: 'age', years: 0, exact: true });
  });

  it('is possible exactly inside the span of a life', () => {
    for (const birth of [DAY, YEAR, parseBirthDate('2000-02-29')]) {
      const { from, to } = lifeSpan(birth);
      const kindAt = (instant: number) => ageAt(birth, new Date(instant).toISOString()).kind;
      expect([from - 1, from, to - 1, to].map(kindAt)).toEqual(['impossible', 'age', 'age', 'impossible']);
    }
  });
});
