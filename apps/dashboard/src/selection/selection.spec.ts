import {
  groupCheck,
  NOTHING_SELECTED,
  type Selection,
  type SelectionAction,
  selectionReducer,
} from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const after = (...actions: SelectionAction[]): Selection =>
  actions.reduce(selectionReducer, NOTHING_SELECTED);
const ids = ({ selected }: Selection): string[] => [...selected].sort();

describe('a selection of faces', () => {
  it('takes a face in and out again', () => {
    expect(ids(after({ type: 'toggle', id: 'b' }))).toEqual(['b']);
    expect(ids(after({ type: 'toggle', id: 'b' }, { type: 'toggle', id: 'b' }))).toEqual([]);
  });

  it('stretches from the last face that was toggled, in either direction', () => {
    expect(ids(after({ type: 'toggle', id: 'b' }, { type: 'range', id: 'd', order }))).toEqual([
      'b',
      'c',
      'd',
    ]);
    expect(ids(after({ type: 'toggle', id: 'd' }, { type: 'range', id: 'b', order }))).toEqual([
      'b',
      'c',
      'd',
    ]);
  });

  it('stretches again from the same face', () => {
    const ranges = after(
      { type: 'toggle', id: 'c' },
      { type: 'range', id: 'd', order },
      { type: 'range', id: 'a', order },
    );
    expect(ids(ranges)).toEqual(['a', 'b', 'c', 'd']);
    expect(ranges.anchor).toBe('c');
  });

  it('toggles the one face when a range has no beginning, or its beginning is not shown any more', () => {
    expect(ids(after({ type: 'range', id: 'd', order }))).toEqual(['d']);
    expect(ids(after({ type: 'toggle', id: 'x' }, { type: 'range', id: 'd', order }))).toEqual(['d', 'x']);
  });

  it('takes a whole group, and lets it go only when all of it was taken', () => {
    const some = after({ type: 'toggle', id: 'a' }, { type: 'toggle-all', ids: ['a', 'b'] });
    expect(ids(some)).toEqual(['a', 'b']);
    expect(ids(selectionReducer(some, { type: 'toggle-all', ids: ['a', 'b'] }))).toEqual([]);
  });

  it('is what a lasso holds, and what was selected before when the lasso adds', () => {
    const before = after({ type: 'toggle', id: 'e' });
    const lasso = (ids: string[], adds: boolean): SelectionAction => ({ type: 'lasso', before, ids, adds });
    const wide = selectionReducer(before, lasso(['a', 'b', 'c'], false));
    expect(ids(wide)).toEqual(['a', 'b', 'c']);
    expect(ids(selectionReducer(wide, lasso(['a'], false)))).toEqual(['a']);
    expect(ids(selectionReducer(wide, lasso(['a'], true)))).toEqual(['a', 'e']);
    expect(selectionReducer(wide, { type: 'restore', selection: before })).toBe(before);
  });

  it('stretches from where a lasso began', () => {
    const lassoed = after({ type: 'lasso', before: NOTHING_SELECTED, ids: ['b', 'c'], adds: false });
    expect(ids(selectionReducer(lassoed, { type: 'range', id: 'd', order }))).toEqual(['b', 'c', 'd']);
  });

  it('lets go of faces that are gone, and of a range that began there', () => {
    const selection = after({ type: 'toggle', id: 'a' }, { type: 'toggle', id: 'b' });
    const kept = selectionReducer(selection, { type: 'keep', isThere: (id) => id !== 'b' });
    expect(ids(kept)).toEqual(['a']);
    expect(kept.anchor).toBeNull();
  });

  it('stays the same object when nothing changes, so that nothing is drawn again', () => {
    const selection = after({ type: 'toggle', id: 'a' });
    expect(selectionReducer(selection, { type: 'keep', isThere: () => true })).toBe(selection);
    expect(selectionReducer(selection, { type: 'remove', ids: ['z'] })).toBe(selection);
    expect(selectionReducer(NOTHING_SELECTED, { type: 'clear' })).toBe(NOTHING_SELECTED);
  });

  it('says whether all, some or none of a group are taken', () => {
    const selection = after({ type: 'toggle', id: 'a' }, { type: 'toggle', id: 'b' });
    expect(groupCheck(selection, ['a', 'b'])).toBe('all');
    expect(groupCheck(selection, ['a', 'c'])).toBe('some');
    expect(groupCheck(selection, ['c'])).toBe('none');
    expect(groupCheck(selection, [])).toBe('none');
  });
});
