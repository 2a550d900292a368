import { useEffect, type Dispatch, type KeyboardEvent } from 'react';
import { type Selection, type SelectionAction } from '../selection/selection';
import { type TileCommand } from './face-tile';
import { type LoadedGroup } from './grid-group';
import { type Direction, moveFocus } from './move-focus';

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const COMMAND_KEYS: Record<string, TileCommand> = {
  l: 'label',
  y: 'confirm',
  n: 'reject',
  u: 'unlabel',
  Delete: 'remove',
  Backspace: 'remove',
  Enter: 'open',
};

interface BoardKeys {
  /** Somewhere a question or a photo is open, which has keys of its own. */
  busy: boolean;
  selection: Selection;
  select: Dispatch<SelectionAction>;
  run: (command: TileCommand, ids: readonly string[], anchor: DOMRect | null) => void;
  listKeys: () => void;
}

/** Keys that work wherever the focus is, as long as nobody types: they mean the selection, or else the focused face. */
export function useBoardKeys(keys: BoardKeys): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (keys.busy || event.defaultPrevented || isTyping(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isHandled(event, keys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isHandled(event: globalThis.KeyboardEvent, keys: BoardKeys): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const focusedTile = document.activeElement as HTMLElement | null;
  const focused = focusedTile?.dataset.face;
  const command = COMMAND_KEYS[key];
  if (key === 'Escape') keys.select({ type: 'clear' });
  else if (key === '?') keys.listKeys();
  else if (command === 'open') {
    if (!focused) return false;
    keys.run('open', [focused], null);
  } else if (command) {
    const { selected } = keys.selection;
    const ids = selected.size > 0 ? [...selected] : focused ? [focused] : [];
    if (ids.length === 0) return false;
    keys.run(command, ids, focused ? focusedTile!.getBoundingClientRect() : null);
  } else return false;
  return true;
}

function isTyping(event: globalThis.KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

interface GridKeys {
  loaded: readonly LoadedGroup[];
  columns: number;
  order: readonly string[];
  selection: Selection;
  select: Dispatch<SelectionAction>;
  focus: (id: string) => void;
}

/** Keys on a focused face: arrows move, with Shift they select what they pass, and Space selects. */
export const onGridKey =
  ({ loaded, columns, order, selection, select, focus }: GridKeys) =>
  (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset.face;
    if (id === undefined || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    if (event.key === ' ') {
      select(event.shiftKey ? { type: 'range', id, order } : { type: 'toggle', id });
    } else if (direction) {
      const next = moveFocus(loaded, columns, id, direction);
      if (event.shiftKey && next !== id) {
        if (selection.anchor === null) select({ type: 'toggle', id });
        select({ type: 'range', id: next, order });
      }
      focus(next);
    } else return;
    event.preventDefault();
  };
