/** Which faces are selected, and where a range with the shift key begins. */
export interface Selection {
  selected: ReadonlySet<string>;
  anchor: string | null;
}

export type SelectionAction =
  | { type: 'toggle'; id: string }
  /** Adds everything between the anchor and `id`; `order` is what the screen shows, top to bottom. */
  | { type: 'range'; id: string; order: readonly string[] }
  /** Selects all of `ids`, or none of them when all are selected already. */
  | { type: 'toggle-all'; ids: readonly string[] }
  /** What a lasso means now; `before` is what was selected when it began, and stays when the lasso adds. */
  | { type: 'lasso'; before: Selection; ids: readonly string[]; adds: boolean }
  /** As it was before a lasso that was given up. */
  | { type: 'restore'; selection: Selection }
  | { type: 'remove'; ids: readonly string[] }
  /** Drops what is no longer there. */
  | { type: 'keep'; isThere: (id: string) => boolean }
  | { type: 'clear' };

export const NOTHING_SELECTED: Selection = { selected: new Set(), anchor: null };

export function selectionReducer(selection: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'toggle': {
      const selected = new Set(selection.selected);
      if (!selected.delete(action.id)) selected.add(action.id);
      return { selected, anchor: action.id };
    }
    case 'range': {
      const from = selection.anchor === null ? -1 : action.order.indexOf(selection.anchor);
      const to = action.order.indexOf(action.id);
      if (from < 0 || to < 0) return selectionReducer(selection, { type: 'toggle', id: action.id });
      const range = action.order.slice(Math.min(from, to), Math.max(from, to) + 1);
      // The anchor stays, so that another shift-click stretches or moves the same range.
      return { selected: new Set([...selection.selected, ...range]), anchor: selection.anchor };
    }
    case 'toggle-all': {
      const selected = new Set(selection.selected);
      const all = action.ids.every((id) => selected.has(id));
      for (const id of action.ids) {
        if (all) selected.delete(id);
        else selected.add(id);
      }
      return { selected, anchor: all ? null : (action.ids.at(-1) ?? selection.anchor) };
    }
    case 'lasso': {
      const selected = new Set(action.adds ? action.before.selected : []);
      for (const id of action.ids) selected.add(id);
      return { selected, anchor: action.ids[0] ?? action.before.anchor };
    }
    case 'restore':
      return action.selection;
    case 'remove':
      return keepWhere(selection, isNot(action.ids));
    case 'keep':
      return keepWhere(selection, action.isThere);
    case 'clear':
      return selection.selected.size === 0 && selection.anchor === null ? selection : NOTHING_SELECTED;
  }
}

function keepWhere(selection: Selection, isKept: (id: string) => boolean): Selection {
  const selected = [...selection.selected].filter(isKept);
  const anchor = selection.anchor !== null && isKept(selection.anchor) ? selection.anchor : null;
  if (selected.length === selection.selected.size && anchor === selection.anchor) return selection;
  return { selected: new Set(selected), anchor };
}

function isNot(ids: readonly string[]): (id: string) => boolean {
  const gone = new Set(ids);
  return (id) => !gone.has(id);
}

/** How a group's checkbox looks. */
export function groupCheck(selection: Selection, ids: readonly string[]): 'all' | 'some' | 'none' {
  let count = 0;
  for (const id of ids) if (selection.selected.has(id)) count += 1;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}
