import { useCallback, useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { type FaceLedger } from './face-ledger';
import { faceTop, type GridMetrics, type GroupLayout } from './group-layout';
import { type LoadedGroup } from './grid-group';
import { matches } from './face-criteria';
import { focusAfterLeaving, type Place, placeOf } from './places';
import { type Viewport } from './use-viewport';

/** The board as it was drawn last. */
export interface DrawnBoard {
  loaded: readonly LoadedGroup[];
  layout: GroupLayout;
  metrics: GridMetrics;
  viewport: Viewport;
  /** The loaded faces top to bottom. */
  order: readonly string[];
}

export interface FaceFocus {
  focusedId: string | null;
  note: (id: string) => void;
  /** Moves the focus to a place, however far, as soon as its face is there. */
  go: (place: Place) => void;
  /** For the grid: whether the focus is inside of it, or was when its face went or somebody turned to another window. */
  handlers: { onFocus: () => void; onBlur: (event: FocusEvent) => void };
}

interface Awaited {
  groupKey: string;
  index: number;
}

/** The one face that the keyboard is at; when it leaves, the focus goes to what took its place. */
export function useFaceFocus(
  grid: RefObject<HTMLDivElement | null>,
  board: RefObject<DrawnBoard>,
  ledger: FaceLedger,
  loaded: readonly LoadedGroup[],
  order: readonly string[],
): FaceFocus {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const home = useRef<LoadedGroup | null>(null);
  const awaited = useRef<Awaited | null>(null);
  const previousOrder = useRef(order);
  const hadFocus = useRef(false);

  const note = useCallback(
    (id: string) => {
      awaited.current = null;
      const place = placeOf(board.current.loaded, id);
      home.current = place && board.current.loaded[place.group]!;
      setFocusedId(id);
    },
    [board],
  );

  /** Focuses the awaited face if it is drawn. */
  const arrive = useCallback(() => {
    const { loaded } = board.current;
    if (!awaited.current) return;
    const { groupKey, index } = awaited.current;
    const id = loaded.find(({ key }) => key === groupKey)?.faces.at(index);
    const tile = id && grid.current?.querySelector<HTMLElement>(`[data-face="${CSS.escape(id)}"]`);
    if (!id || !tile) return;
    note(id);
    tile.focus();
  }, [board, grid, note]);

  const go = useCallback(
    (place: Place) => {
      const { loaded, layout, metrics, viewport } = board.current;
      awaited.current = { groupKey: loaded[place.group]!.key, index: place.index };
      arrive();
      if (awaited.current === null) return;
      viewport.scrollTo(faceTop(layout, metrics, place.group, place.index) - window.innerHeight / 2);
    },
    [board, arrive],
  );
  // Far faces are drawn some frames after somebody went there.
  useEffect(arrive);

  useEffect(() => {
    const hold = () => (focusedId === null ? [] : [focusedId]);
    ledger.holders.add(hold);
    return () => void ledger.holders.delete(hold);
  }, [ledger, focusedId]);

  useEffect(() => {
    const before = previousOrder.current;
    previousOrder.current = order;
    if (focusedId === null || order.includes(focusedId)) return;
    // A face that is only far away by now keeps the focus.
    const face = ledger.get(focusedId);
    if (face && home.current && matches(face, home.current.criteria)) return;
    const next = focusAfterLeaving(before, order, focusedId);
    const place = next === null ? null : placeOf(loaded, next);
    if (hadFocus.current && place) go(place);
    else setFocusedId(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);
  // A group may have left with the button that was pressed on it.
  useEffect(() => {
    if (!hadFocus.current || awaited.current || document.activeElement !== document.body) return;
    grid.current?.querySelector<HTMLElement>('[data-face][tabindex="0"]')?.focus({ preventScroll: true });
  }, [grid, order]);

  const handlers = {
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: (event: FocusEvent) => {
      hadFocus.current = event.relatedTarget === null && !document.hasFocus();
    },
  };
  return { focusedId, note, go, handlers };
}
