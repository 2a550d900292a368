import { parseFolded, toggleFold } from './folded-groups';

describe('folded groups', () => {
  it('are opened by what folded them', () => {
    const folded = toggleFold(new Set(['a']), 'b');
    expect([...folded]).toEqual(['a', 'b']);
    expect([...toggleFold(folded, 'a')]).toEqual(['b']);
  });

  it('are remembered up to a number, the last ones', () => {
    let folded: ReadonlySet<string> = new Set();
    for (let index = 0; index < 600; index += 1) folded = toggleFold(folded, `group ${index}`);
    expect(folded.size).toBe(500);
    expect(folded.has('group 599')).toBe(true);
    expect(folded.has('group 0')).toBe(false);
  });

  it('are none when something else was stored', () => {
    expect(parseFolded(null).size).toBe(0);
    expect(parseFolded('not json').size).toBe(0);
    expect([...parseFolded('["a", 1]')]).toEqual(['a']);
  });
});
