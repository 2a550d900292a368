import { type Face, type FaceCriteria, includes, matches } from '../faces/face-criteria';

/** All faces that match, those included that nobody scrolled to. */
export interface Scope {
  criteria: FaceCriteria;
  /** How many there were when it was selected. */
  count: number;
}

/** Which faces are selected, and where a range with the shift key begins. */
export interface Selection {
  /** Faces that were selected one by one, or by a range or lasso; none of them is in a scope. */
  chosen: ReadonlySet<string>;
  scopes: readonly Scope[];
  /** Faces of scopes that were taken out again. */
  except: ReadonlySet<string>;
  anchor: string | null;
}

type FaceOf = (id: string) => Face | null;

export type SelectionAction =
  | { type: 'toggle'; face: Face }
  /** A range: the anchor stays, so that another shift-click stretches or moves the same range. */
  | { type: 'add'; faces: readonly Face[] }
  /** What a lasso means now; `before` is what was selected when it began, and stays when the lasso adds. */
  | { type: 'lasso'; before: Selection; faces: readonly Face[]; adds: boolean }
  /** As it was before a lasso that was given up. */
  | { type: 'restore'; selection: Selection }
  | { type: 'take-all'; scope: Scope; faceOf: FaceOf }
  | { type: 'drop-all'; criteria: FaceCriteria; faceOf: FaceOf }
  /** Takes faces out of scopes, too. */
  | { type: 'take-out'; faces: readonly Face[] }
  /** Everything in `whole` but what is selected now; nothing but what was taken out of it. */
  | { type: 'invert'; whole: readonly Scope[] }
  | { type: 'remove'; ids: readonly string[] }
  /** Drops what is no longer there. */
  | { type: 'keep'; isThere: (id: string) => boolean }
  /** Lets go of scopes that cannot be shown any more. */
  | { type: 'keep-scopes'; isShown: (scope: Scope) => boolean }
  | { type: 'clear' };

const NONE: ReadonlySet<string> = new Set();

export const NOTHING_SELECTED: Selection = { chosen: NONE, scopes: [], except: NONE, anchor: null };

export function selectionReducer(selection: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'toggle':
      return toggle(selection, action.face);
    case 'add':
      return add(selection, action.faces);
    case 'lasso': {
      const from = action.adds ? action.before : { ...NOTHING_SELECTED, anchor: action.before.anchor };
      return { ...add(from, action.faces), anchor: action.faces[0]?.id ?? action.before.anchor };
    }
    case 'restore':
      return action.selection;
    case 'take-all':
      return takeAll(selection, action.scope, action.faceOf);
    case 'drop-all':
      return dropAll(selection, action.criteria, action.faceOf);
    case 'take-out':
      return takeOut(selection, action.faces);
    case 'invert':
      return invert(selection, action.whole);
    case 'remove': {
      const gone = new Set(action.ids);
      return keepWhere(selection, (id) => !gone.has(id));
    }
    case 'keep':
      return keepWhere(selection, action.isThere);
    case 'keep-scopes': {
      const scopes = selection.scopes.filter(action.isShown);
      if (scopes.length === selection.scopes.length) return selection;
      return { ...selection, scopes, except: scopes.length === 0 ? NONE : selection.except };
    }
    case 'clear':
      return isEmpty(selection) && selection.anchor === null ? selection : NOTHING_SELECTED;
  }
}

export const isEmpty = ({ chosen, scopes }: Selection): boolean => chosen.size === 0 && scopes.length === 0;

export function isSelected(selection: Selection, face: Face): boolean {
  return selection.chosen.has(face.id) || (!selection.except.has(face.id) && isInScope(selection, face));
}

/** How many faces are selected, with the scopes as large as somebody last counted them. */
export function selectedCount(
  { chosen, scopes, except }: Selection,
  countOf: (scope: Scope) => number = ({ count }) => count,
): number {
  return Math.max(0, chosen.size + scopes.reduce((sum, scope) => sum + countOf(scope), 0) - except.size);
}

/** How the checkbox of a group looks: of `count` faces, those in `loaded` are known. */
export function groupCheck(
  selection: Selection,
  group: { criteria: FaceCriteria; count: number },
  loaded: readonly Face[],
): 'all' | 'some' | 'none' {
  if (isEmpty(selection)) return 'none';
  const selected = loaded.filter((face) => isSelected(selection, face)).length;
  if (isWithinScope(selection, group.criteria)) {
    return selected === loaded.length ? 'all' : 'some';
  }
  if (selected === 0) return 'none';
  return selected === group.count ? 'all' : 'some';
}

/** Whether all the faces of some criteria are taken by a scope, but for those that were taken out. */
export const isWithinScope = ({ scopes }: Selection, criteria: FaceCriteria): boolean =>
  scopes.some((scope) => includes(scope.criteria, criteria));

const isInScope = ({ scopes }: Selection, face: Face): boolean =>
  scopes.some(({ criteria }) => matches(face, criteria));

function toggle(selection: Selection, face: Face): Selection {
  const set = isInScope(selection, face) ? 'except' : 'chosen';
  const next = new Set(selection[set]);
  if (!next.delete(face.id)) next.add(face.id);
  return { ...selection, [set]: next, anchor: face.id };
}

function add(selection: Selection, faces: readonly Face[]): Selection {
  const chosen = new Set(selection.chosen);
  const except = new Set(selection.except);
  for (const face of faces) {
    except.delete(face.id);
    if (!isInScope(selection, face)) chosen.add(face.id);
  }
  return { ...selection, chosen, except };
}

function takeAll(selection: Selection, scope: Scope, faceOf: FaceOf): Selection {
  const { criteria } = scope;
  const isOutside = isOutsideOf(criteria, faceOf);
  if (isWithinScope(selection, criteria)) {
    return { ...selection, except: new Set([...selection.except].filter(isOutside)) };
  }
  return {
    chosen: new Set([...selection.chosen].filter(isOutside)),
    scopes: [...selection.scopes.filter((other) => !includes(criteria, other.criteria)), scope],
    except: new Set([...selection.except].filter(isOutside)),
    anchor: null,
  };
}

function takeOut(selection: Selection, faces: readonly Face[]): Selection {
  const chosen = new Set(selection.chosen);
  const except = new Set(selection.except);
  for (const face of faces) {
    chosen.delete(face.id);
    if (isInScope(selection, face)) except.add(face.id);
  }
  return { ...selection, chosen, except };
}

function dropAll(selection: Selection, criteria: FaceCriteria, faceOf: FaceOf): Selection {
  const isOutside = isOutsideOf(criteria, faceOf);
  return {
    chosen: new Set([...selection.chosen].filter(isOutside)),
    scopes: selection.scopes.filter((other) => !includes(criteria, other.criteria)),
    except: new Set([...selection.except].filter(isOutside)),
    anchor: null,
  };
}

function invert(selection: Selection, whole: readonly Scope[]): Selection {
  const isWhole = selection.scopes.length > 0;
  return {
    chosen: isWhole ? selection.except : NONE,
    scopes: isWhole ? [] : whole,
    except: isWhole ? NONE : selection.chosen,
    anchor: null,
  };
}

const isOutsideOf =
  (criteria: FaceCriteria, faceOf: FaceOf) =>
  (id: string): boolean => {
    const face = faceOf(id);
    return face === null || !matches(face, criteria);
  };

function keepWhere(selection: Selection, isKept: (id: string) => boolean): Selection {
  const chosen = [...selection.chosen].filter(isKept);
  const except = [...selection.except].filter(isKept);
  const anchor = selection.anchor !== null && isKept(selection.anchor) ? selection.anchor : null;
  const same =
    chosen.length === selection.chosen.size &&
    except.length === selection.except.size &&
    anchor === selection.anchor;
  return same ? selection : { ...selection, chosen: new Set(chosen), except: new Set(except), anchor };
}
