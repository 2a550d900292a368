import { useCallback, useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { faceTop, type GridMetrics, type GroupLayout } from './group-layout';
import { type LoadedGroup } from './grid-group';
import { focusAfterLeaving } from './move-focus';

/** The board as it was drawn last. */
export interface DrawnBoard {
  loaded: readonly LoadedGroup[];
  layout: GroupLayout;
  metrics: GridMetrics;
  /** The faces top to bottom. */
  order: readonly string[];
}

export interface FaceFocus {
  focusedId: string | null;
  note: (id: string) => void;
  /** Moves the focus to a face, wherever it is. */
  go: (id: string) => void;
  /** For the grid: whether the focus is inside of it. */
  handlers: { onFocus: () => void; onBlur: (event: FocusEvent) => void };
}

/** The one face that the keyboard is at; when it leaves, the focus goes to what took its place. */
export function useFaceFocus(
  grid: RefObject<HTMLDivElement | null>,
  board: RefObject<DrawnBoard>,
  order: readonly string[],
): FaceFocus {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const previousOrder = useRef(order);
  const hadFocus = useRef(false);

  const go = useCallback(
    (id: string) => {
      const { loaded, layout, metrics } = board.current;
      setFocusedId(id);
      const find = () => grid.current?.querySelector<HTMLElement>(`[data-face="${CSS.escape(id)}"]`);
      const tile = find();
      if (tile) {
        tile.focus();
        return;
      }
      // It is far outside the view: go there first, and focus it when it is drawn.
      const group = loaded.findIndex(({ ids }) => ids.includes(id));
      if (group < 0 || !grid.current) return;
      const top = faceTop(layout, metrics, group, loaded[group]!.ids.indexOf(id));
      window.scrollTo({ top: grid.current.offsetTop + top - window.innerHeight / 2 });
      requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
    },
    [grid, board],
  );

  useEffect(() => {
    const before = previousOrder.current;
    previousOrder.current = order;
    if (focusedId === null || order.includes(focusedId)) return;
    const next = focusAfterLeaving(before, order, focusedId);
    setFocusedId(next);
    if (hadFocus.current && next !== null) go(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);

  const handlers = {
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: (event: FocusEvent) => {
      hadFocus.current = event.relatedTarget === null;
    },
  };
  return { focusedId, note: setFocusedId, go, handlers };
}
