import { LoadedFaces, withoutHidden } from './loaded-faces';

const faces = new LoadedFaces([
  { start: 0, ids: ['a', 'b'] },
  { start: 100, ids: ['k', 'l', 'm'] },
]);

describe('loaded faces', () => {
  it('are found by their places, and places by faces', () => {
    expect([faces.at(1), faces.at(101)]).toEqual(['b', 'l']);
    expect([faces.indexOf('b'), faces.indexOf('m'), faces.indexOf('z')]).toEqual([1, 102, -1]);
  });

  it('are missing where nobody looked yet', () => {
    expect([faces.at(2), faces.at(99), faces.at(103)]).toEqual([undefined, undefined, undefined]);
    expect(faces.between(1, 102)).toEqual(['b', 'k', 'l']);
    expect(faces.size).toBe(5);
  });

  it('move up when some before them are hidden', () => {
    const { faces: left, hidden } = withoutHidden(faces.runs, (id) => id !== 'a' && id !== 'l');
    expect(hidden).toBe(2);
    expect(left.runs).toEqual([
      { start: 0, ids: ['b'] },
      { start: 99, ids: ['k', 'm'] },
    ]);
  });
});
