import * as fc from 'fast-check';
import { normalisePersonName, personNameKey, personSearchKey } from './person';

const LETTERS = [
  ...'aAbBzZéÉçñßẞİıŁσςΣΟΫǰΐﬁＡÅ한ㄱ',
  'J\u030c',
  'e\u0301',
  'Ι\u0308\u0301',
  ' ',
  '  ',
  '\u3000',
  '-',
  "'",
];
/** Short enough that no form of it is too long. */
const name = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join(''))
  .filter((text) => text.trim() !== '');

describe('normalisePersonName', () => {
  it('composes, trims and makes inner white space single', () => {
    expect(normalisePersonName('  Zoe\u0308\t\n McDonald\u00a0')).toBe('Zo\u00eb McDonald');
  });

  it('changes nothing more when it is repeated', () => {
    fc.assert(
      fc.property(name, (text) => {
        const once = normalisePersonName(text);
        expect(normalisePersonName(once)).toBe(once);
      }),
    );
  });

  it.each(['', ' \t\u3000', 'a'.repeat(201), 'a\u0000', '\u0007', 'a\u0085b\u009f'])('refuses %j', (text) => {
    expect(() => normalisePersonName(text)).toThrow(
      expect.objectContaining({ code: 'NAME_INVALID', hint: expect.any(String) }),
    );
  });

  it('takes 200 characters and what is no letter', () => {
    for (const text of ['a'.repeat(200), '🙂', '0', '<b>', "O'Hara", '%'])
      expect(normalisePersonName(text)).toBe(text);
  });
});

describe('personNameKey', () => {
  it('is the same however a name is composed', () => {
    fc.assert(
      fc.property(name, (text) => {
        const key = personNameKey(text);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          expect(personNameKey(text.normalize(form))).toBe(key);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is its own key, and that of the name as it is stored', () => {
    fc.assert(
      fc.property(name, (text) => {
        const key = personNameKey(text);
        expect(personNameKey(key)).toBe(key);
        expect(personNameKey(normalisePersonName(text))).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in small letters', () => {
    fc.assert(
      fc.property(name, (text) => expect(personNameKey(text.toLowerCase())).toBe(personNameKey(text))),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ANNA', 'anna'],
    ['J\u030c', '\u01f0'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['\u212bngström', 'ÅNGSTRÖM'],
    ['Ａnna\u3000ﬁ', 'anna fi'],
  ])('of %s is that of %s', (one, other) => {
    expect(personNameKey(one)).toBe(personNameKey(other));
  });

  it.each([
    ['Zoë', 'Zoe'],
    ['Anna-Maria', 'Anna Maria'],
    ['Anna', 'Аnnа'],
  ])('of %s is not that of %s', (one, other) => {
    expect(personNameKey(one)).not.toBe(personNameKey(other));
  });
});

describe('personSearchKey', () => {
  it('of any word of a name is in the key of the name', () => {
    fc.assert(
      fc.property(name, (text) => {
        for (const word of normalisePersonName(text).split(' ')) {
          expect(personNameKey(text)).toContain(personSearchKey(word));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes whatever somebody types', () => {
    expect(personSearchKey('')).toBe('');
    expect(personSearchKey(' \t ')).toBe('');
    expect(personSearchKey('x'.repeat(1000))).toHaveLength(1000);
    expect(personSearchKey('%_\\\u0000')).toBe('%_\\\u0000');
  });
});
