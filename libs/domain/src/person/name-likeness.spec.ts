import { nameLikeness, namePieces } from './name-likeness';

describe('how well what was typed fits a name', () => {
  it('is best for the name, then its beginning, that of a word, a part, and then for what is mistyped', () => {
    const names = ['Anna', 'Annabel Lee', 'Maria Anna', 'Hannah', 'Amna'];
    const likeness = names.map((name) => nameLikeness('anna', name));
    expect(likeness).toEqual([...likeness].sort((one, other) => other - one));
    expect(new Set(likeness).size).toBe(names.length);
    expect(likeness.every((value) => value > 0 && value <= 1)).toBe(true);
  });

  it.each([
    ['a letter too few', 'katrina', 'Katharina'],
    ['a letter too many', 'petter', 'Peter'],
    ['another letter', 'Sophia', 'Sofia'],
    ['two letters swapped', 'Mihcael', 'Michael'],
    ['the first letter wrong', 'Xina', 'Nina'],
    ['a mistake in the beginning of a long name', 'Alexnad', 'Alexander the Great'],
    ['a mistake in the second word', 'Ada Lovelaec', 'Ada Lovelace'],
    ['words in another order', 'Lovelace Adda', 'Ada Lovelace'],
    ['no accent', 'zoe', 'Zoë'],
    ['an accent too many', 'José', 'Jose'],
  ])('tolerates %s', (_, typed, name) => {
    expect(nameLikeness(typed, name)).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', ' ', 'Anna'],
    ['another name', 'Bernhard', 'Anna'],
    ['a short word with a mistake', 'bx', 'Ben'],
    ['too many mistakes', 'Mxyael', 'Michael'],
    ['one word that does not fit', 'Ada Smith', 'Ada Lovelace'],
  ])('is none for %s', (_, typed, name) => {
    expect(nameLikeness(typed, name)).toBe(0);
  });
});

describe('the pieces of a name', () => {
  it('are two letters, or the beginning of a word and one', () => {
    expect([...namePieces('Zoë  Li')]).toEqual([' z', 'zo', 'oe', ' l', 'li']);
  });
});
