import { nameJumps, type NameJump } from './name-jumps';

/** Letters with as many people each. */
const initials = (letters: readonly string[], count: number): NameJump[] =>
  letters.map((initial, at) => ({ initial, count, position: at * count, after: `before ${initial}` }));
const many = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at));

describe('where to jump to among people by name', () => {
  it('is every letter that a name begins with', () => {
    const letters = initials([...'ABCXYZ'], 50);
    expect(nameJumps(letters)).toEqual(letters);
  });

  it('is nowhere in a list that is scrolled through in a moment', () => {
    expect(nameJumps(initials([...'ABCXYZ'], 5))).toEqual([]);
    expect(nameJumps(initials(['A'], 500))).toEqual([]);
    expect(nameJumps([])).toEqual([]);
  });

  it('is about equally far apart where names begin with very many signs', () => {
    const jumps = nameJumps(initials(many, 7));
    expect(jumps).toHaveLength(40);
    const distances = jumps.slice(1).map(({ position }, at) => position - jumps[at]!.position);
    expect(new Set(distances)).toEqual(new Set([525]));
    expect(jumps[0]!.position).toBe(0);
  });
});
