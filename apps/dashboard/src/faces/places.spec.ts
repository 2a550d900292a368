import { LoadedFaces } from './loaded-faces';
import {
  type Direction,
  firstLoaded,
  focusAfterLeaving,
  neighbour,
  type Place,
  placeOf,
  stretchesBetween,
} from './places';

const group = (count: number, collapsed = false, ids: string[] = []) => ({
  faces: new LoadedFaces([{ start: 0, ids }]),
  count,
  collapsed,
});
/** Of five, of two, of four that are folded, and of a million. */
const groups = [group(5, false, ['a', 'b']), group(2), group(4, true, ['f']), group(1_000_000, false, ['x'])];
const from = (place: [number, number], direction: Direction): [number, number] => {
  const { group, index } = neighbour(groups, 3, { group: place[0], index: place[1] }, direction);
  return [group, index];
};
const at = (group: number, index: number): Place => ({ group, index });

describe('places of a board', () => {
  it('are those of loaded faces in open groups', () => {
    expect(placeOf(groups, 'b')).toEqual(at(0, 1));
    expect(placeOf(groups, 'x')).toEqual(at(3, 0));
    expect([placeOf(groups, 'f'), placeOf(groups, 'z')]).toEqual([null, null]);
  });

  it('are neighbours through groups, past folded ones', () => {
    expect(from([0, 4], 'right')).toEqual([1, 0]);
    expect(from([1, 0], 'left')).toEqual([0, 4]);
    expect(from([1, 1], 'right')).toEqual([3, 0]);
    expect(from([0, 0], 'left')).toEqual([0, 0]);
  });

  it('keep the column up and down, as far as a row has it', () => {
    expect(from([0, 1], 'down')).toEqual([0, 4]);
    expect(from([0, 2], 'down')).toEqual([0, 4]);
    expect(from([0, 4], 'down')).toEqual([1, 1]);
    expect(from([3, 2], 'up')).toEqual([1, 1]);
    expect(from([3, 999_999], 'down')).toEqual([3, 999_999]);
  });

  it('reach the first and the last, however far', () => {
    expect(from([1, 1], 'first')).toEqual([0, 0]);
    expect(from([1, 1], 'last')).toEqual([3, 999_999]);
  });

  it('are reached by the tab key where the focus was, or else where the screen begins', () => {
    const visible = [
      { group: 0, firstRow: 0, lastRow: 2 },
      { group: 3, firstRow: 0, lastRow: 4 },
    ];
    expect(firstLoaded(groups, visible, 3, 'x')).toEqual({ group: 3, id: 'x' });
    expect(firstLoaded(groups, visible, 3, null)).toEqual({ group: 0, id: 'a' });
    expect(firstLoaded(groups, visible.slice(1), 3, 'b')).toEqual({ group: 3, id: 'x' });
    expect(firstLoaded(groups, [], 3, 'b')).toBeNull();
  });

  it('have everything between two of them in either direction, but nothing folded', () => {
    const between = [
      { group: 0, from: 3, to: 5 },
      { group: 1, from: 0, to: 2 },
      { group: 3, from: 0, to: 501 },
    ];
    expect(stretchesBetween(groups, at(0, 3), at(3, 500))).toEqual(between);
    expect(stretchesBetween(groups, at(3, 500), at(0, 3))).toEqual(between);
    expect(stretchesBetween(groups, at(1, 1), at(1, 1))).toEqual([{ group: 1, from: 1, to: 2 }]);
    expect(stretchesBetween(groups, at(0, 4), at(1, -1))).toEqual([{ group: 0, from: 4, to: 5 }]);
  });
});

describe('the focus on a face that leaves', () => {
  it('goes to what took its place, or else to what is before', () => {
    expect(focusAfterLeaving(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d');
    expect(focusAfterLeaving(['a', 'b', 'c'], ['a'], 'c')).toBe('a');
    expect(focusAfterLeaving(['a'], [], 'a')).toBeNull();
  });
});
