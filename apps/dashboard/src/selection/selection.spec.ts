import { type Face, type FaceCriteria } from '../faces/face-criteria';
import { aFace, facePerson } from '../testing/faces';
import {
  groupCheck,
  isSelected,
  NOTHING_SELECTED,
  type Scope,
  selectedCount,
  type Selection,
  type SelectionAction,
  selectionReducer,
} from './selection';

const suggested = (id: string, name: string): Face =>
  aFace(id, { state: 'INFERRED', person: facePerson(name), confidence: 0.9 });
/** Of Anna a, b and c, of Bea d and e. */
const faces = new Map(
  [
    suggested('a', 'Anna'),
    suggested('b', 'Anna'),
    suggested('c', 'Anna'),
    suggested('d', 'Bea'),
    suggested('e', 'Bea'),
  ].map((face) => [face.id, face]),
);
const faceOf = (id: string): Face | null => faces.get(id) ?? null;
const all = (...ids: string[]): Face[] => ids.map((id) => faces.get(id)!);
const inferred: FaceCriteria = { state: 'INFERRED', sort: 'DATE' };
const ofAnna: FaceCriteria = { ...inferred, personId: 'person Anna' };

const after = (...actions: SelectionAction[]): Selection =>
  actions.reduce(selectionReducer, NOTHING_SELECTED);
const toggle = (id: string): SelectionAction => ({ type: 'toggle', face: faces.get(id)! });
const takeAll = (scope: Scope): SelectionAction => ({ type: 'take-all', scope, faceOf });
const everything = takeAll({ criteria: inferred, count: 12_345 });
const annas = takeAll({ criteria: ofAnna, count: 300 });
const shown = (selection: Selection): string =>
  [...faces.values()]
    .filter((face) => isSelected(selection, face))
    .map(({ id }) => id)
    .join('');

describe('a selection of faces', () => {
  it('takes a face in and out again', () => {
    expect(shown(after(toggle('b')))).toBe('b');
    expect(after(toggle('b'), toggle('b')).chosen.size).toBe(0);
  });

  it('adds a range, and keeps where it began', () => {
    const range = after(toggle('b'), { type: 'add', faces: all('b', 'c', 'd') });
    expect(shown(range)).toBe('bcd');
    expect(range.anchor).toBe('b');
  });

  it('is what a lasso holds, and what was selected before when the lasso adds', () => {
    const before = after(toggle('e'));
    const lasso = (ids: string[], adds: boolean): SelectionAction => ({
      type: 'lasso',
      before,
      faces: all(...ids),
      adds,
    });
    const wide = selectionReducer(before, lasso(['a', 'b', 'c'], false));
    expect(shown(wide)).toBe('abc');
    expect(shown(selectionReducer(wide, lasso(['a'], false)))).toBe('a');
    expect(shown(selectionReducer(wide, lasso(['a'], true)))).toBe('ae');
    expect(selectionReducer(wide, { type: 'restore', selection: before })).toBe(before);
  });

  it('takes everything, with those that nobody scrolled to, but what is taken out again', () => {
    const selection = after(everything, toggle('b'));
    expect(shown(selection)).toBe('acde');
    expect(selectedCount(selection)).toBe(12_344);
    expect(shown(selectionReducer(selection, toggle('b')))).toBe('abcde');
  });

  it('never counts a face twice that was chosen before all were taken', () => {
    expect(selectedCount(after(toggle('a'), toggle('d'), annas))).toBe(301);
    expect(selectedCount(after(annas, { type: 'add', faces: all('a', 'b', 'd') }))).toBe(301);
    expect(selectedCount(after(annas, everything))).toBe(12_345);
  });

  it('has a group taken out of everything, and back in again', () => {
    const without = after(everything, { type: 'take-out', faces: all('a', 'b', 'c') });
    expect(shown(without)).toBe('de');
    expect(selectedCount(without)).toBe(12_342);
    const again = selectionReducer(without, annas);
    expect(shown(again)).toBe('abcde');
    expect(selectedCount(again)).toBe(12_345);
  });

  it('counts scopes as they are now', () => {
    expect(selectedCount(after(annas, toggle('a'), toggle('d')), () => 500)).toBe(500);
  });

  it('lets a whole group go, with what was taken out of it', () => {
    const selection = after(annas, toggle('a'), toggle('d'), { type: 'drop-all', criteria: ofAnna, faceOf });
    expect(shown(selection)).toBe('d');
    expect(selectedCount(selection)).toBe(1);
  });

  it('is turned into everything else, and back', () => {
    const whole = [{ criteria: inferred, count: 12_345 }];
    const inverted = after(toggle('a'), toggle('b'), { type: 'invert', whole });
    expect(shown(inverted)).toBe('cde');
    expect(selectedCount(inverted)).toBe(12_343);
    expect(shown(selectionReducer(inverted, { type: 'invert', whole }))).toBe('ab');
  });

  it('lets go of faces that are gone, and of a range that began there', () => {
    const kept = selectionReducer(after(toggle('a'), toggle('b')), {
      type: 'keep',
      isThere: (id) => id !== 'b',
    });
    expect(shown(kept)).toBe('a');
    expect(kept.anchor).toBeNull();
  });

  it('lets go of scopes that cannot be shown, with what was taken out of them', () => {
    const kept = selectionReducer(after(everything, toggle('b')), {
      type: 'keep-scopes',
      isShown: () => false,
    });
    expect(selectedCount(kept)).toBe(0);
  });

  it('stays the same object when nothing changes, so that nothing is drawn again', () => {
    const selection = after(toggle('a'));
    expect(selectionReducer(selection, { type: 'keep', isThere: () => true })).toBe(selection);
    expect(selectionReducer(selection, { type: 'keep-scopes', isShown: () => true })).toBe(selection);
    expect(selectionReducer(selection, { type: 'remove', ids: ['z'] })).toBe(selection);
    expect(selectionReducer(NOTHING_SELECTED, { type: 'clear' })).toBe(NOTHING_SELECTED);
  });

  it('says whether all, some or none of a group are taken', () => {
    const group = { criteria: ofAnna, count: 3 };
    const check = (selection: Selection) => groupCheck(selection, group, all('a', 'b', 'c'));
    expect(check(after(toggle('a'), toggle('b'), toggle('c')))).toBe('all');
    expect(check(after(toggle('a')))).toBe('some');
    expect(check(after(toggle('d')))).toBe('none');
    expect(check(after(everything))).toBe('all');
    expect(check(after(everything, toggle('a')))).toBe('some');
    expect(groupCheck(after(toggle('a'), toggle('b')), { ...group, count: 900 }, all('a', 'b'))).toBe('some');
  });
});
