export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

interface FocusGroup {
  ids: readonly string[];
  collapsed: boolean;
}

/**
 * The face that an arrow key reaches. Up and down keep the column and cross into the neighbouring group; at the ends
 * the focus stays where it is.
 */
export function moveFocus(
  groups: readonly FocusGroup[],
  columns: number,
  from: string,
  direction: Direction,
): string {
  const open = groups.filter((group) => !group.collapsed && group.ids.length > 0);
  const order = open.flatMap((group) => group.ids);
  const at = order.indexOf(from);
  if (at < 0) return order[0] ?? from;
  switch (direction) {
    case 'left':
      return order[at - 1] ?? from;
    case 'right':
      return order[at + 1] ?? from;
    case 'first':
      return order[0]!;
    case 'last':
      return order.at(-1)!;
    case 'up':
    case 'down':
      return verticalNeighbour(open, columns, from, direction === 'down' ? 1 : -1);
  }
}

function verticalNeighbour(open: readonly FocusGroup[], columns: number, from: string, by: 1 | -1): string {
  const group = open.findIndex(({ ids }) => ids.includes(from));
  const { ids } = open[group]!;
  const index = ids.indexOf(from);
  const column = index % columns;
  const row = Math.floor(index / columns) + by;
  if (row >= 0 && row < rows(ids, columns)) return ids[Math.min(row * columns + column, ids.length - 1)]!;
  const neighbour = open[group + by]?.ids;
  if (!neighbour) return from;
  const neighbourRow = by > 0 ? 0 : rows(neighbour, columns) - 1;
  return neighbour[Math.min(neighbourRow * columns + column, neighbour.length - 1)]!;
}

const rows = (ids: readonly string[], columns: number): number => Math.ceil(ids.length / columns);

/** Where the focus goes when the focused face has left: whatever took its place, or the last face. */
export function focusAfterLeaving(
  before: readonly string[],
  after: readonly string[],
  left: string,
): string | null {
  const there = new Set(after);
  const at = before.indexOf(left);
  for (let index = at + 1; index < before.length; index += 1) if (there.has(before[index]!)) return before[index]!;
  for (let index = at - 1; index >= 0; index -= 1) if (there.has(before[index]!)) return before[index]!;
  return after[0] ?? null;
}
