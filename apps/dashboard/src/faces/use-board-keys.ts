import { useEffect, type KeyboardEvent } from 'react';
import { isTyping } from '../commands/key-owner';
import { type FaceChoice, someFaces } from './face-choice';
import { type TileCommand } from './face-tile';
import { type LoadedGroup } from './grid-group';
import { type Direction, neighbour, type Place, placeOf } from './places';

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
  i: 'ignore',
  Delete: 'remove',
  Backspace: 'remove',
  Enter: 'open',
};

interface BoardKeys {
  /** Somewhere a question or a photo is open, which has keys of its own. */
  busy: boolean;
  /** What is selected; keys mean the focused face when nothing is. */
  selected: FaceChoice;
  clear: () => void;
  selectEverything: () => void;
  invert: () => void;
  run: (command: TileCommand, choice: FaceChoice, anchor: DOMRect | null) => void;
}

/** Keys that work wherever the focus is, as long as nobody types: they mean the selection, or else the focused face. */
export function useBoardKeys(keys: BoardKeys): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (keys.busy || event.defaultPrevented || event.altKey || isTyping(event)) return;
      if (isHandled(event, keys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isHandled(event: globalThis.KeyboardEvent, keys: BoardKeys): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return isHandledWithControl(key, event.shiftKey, keys);
  const focusedTile = document.activeElement as HTMLElement | null;
  const focused = focusedTile?.dataset.face;
  const command = COMMAND_KEYS[key];
  if (key === 'Escape') keys.clear();
  else if (command === 'open') {
    if (!focused) return false;
    keys.run('open', someFaces([focused]), null);
  } else if (command) {
    const choice = keys.selected.count > 0 ? keys.selected : someFaces(focused ? [focused] : []);
    if (choice.count === 0) return false;
    keys.run(command, choice, focused ? focusedTile!.getBoundingClientRect() : null);
  } else return false;
  return true;
}

function isHandledWithControl(key: string, shift: boolean, keys: BoardKeys): boolean {
  if (shift) return false;
  if (key === 'a') keys.selectEverything();
  else if (key === 'i') keys.invert();
  else return false;
  return true;
}

interface GridKeys {
  loaded: readonly LoadedGroup[];
  columns: number;
  toggle: (id: string) => void;
  stretch: (to: Place) => void;
  stretchFrom: (from: Place, to: Place) => void;
  focus: (place: Place) => void;
}

/** Keys on a focused face: arrows move, with Shift they select what they pass, and Space selects. */
export const onGridKey =
  ({ loaded, columns, toggle, stretch, stretchFrom, focus }: GridKeys) =>
  (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset.face;
    const from = id === undefined ? null : placeOf(loaded, id);
    if (!from || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    if (event.key === ' ') {
      if (event.shiftKey) stretch(from);
      else toggle(id!);
    } else if (direction) {
      const next = neighbour(loaded, columns, from, direction);
      if (event.shiftKey) stretchFrom(from, next);
      focus(next);
    } else return;
    event.preventDefault();
  };
