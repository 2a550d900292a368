import { type LoadedFaces } from './loaded-faces';

/** A place of the board: of which group, and which of its faces, loaded or not. */
export interface Place {
  group: number;
  index: number;
}

interface PlacedGroup {
  faces: LoadedFaces;
  count: number;
  collapsed: boolean;
}

/** Places `from` to `to`, without `to`, of one group. */
export interface Stretch {
  group: number;
  from: number;
  to: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Where a face is; null when it is not loaded, or in a folded group. */
export function placeOf(groups: readonly PlacedGroup[], id: string): Place | null {
  for (const [group, { faces, collapsed }] of groups.entries()) {
    const index = collapsed ? -1 : faces.indexOf(id);
    if (index >= 0) return { group, index };
  }
  return null;
}

/** The face that the tab key reaches: the one that had the focus while it is drawn, or else the first that is. */
export function firstLoaded(
  groups: readonly PlacedGroup[],
  visible: readonly { group: number; firstRow: number; lastRow: number }[],
  columns: number,
  preferred: string | null,
): { group: number; id: string } | null {
  let first: { group: number; id: string } | null = null;
  for (const { group, firstRow, lastRow } of visible) {
    const { faces, collapsed } = groups[group]!;
    if (collapsed) continue;
    const place = preferred === null ? -1 : faces.indexOf(preferred);
    if (place >= firstRow * columns && place < lastRow * columns) {
      return { group, id: preferred! };
    }
    if (first === null) {
      const id = faces.between(firstRow * columns, lastRow * columns)[0];
      if (id !== undefined) first = { group, id };
    }
  }
  return first;
}

/** Everything between two places in reading order, both included, without what is folded. */
export function stretchesBetween(groups: readonly PlacedGroup[], one: Place, other: Place): Stretch[] {
  const [first, last] = isBefore(one, other) ? [one, other] : [other, one];
  return groups.slice(first.group, last.group + 1).flatMap(({ count, collapsed }, at): Stretch[] => {
    const group = first.group + at;
    const from = group === first.group ? Math.max(0, first.index) : 0;
    const to = group === last.group ? Math.min(count, last.index + 1) : count;
    return collapsed || from >= to ? [] : [{ group, from, to }];
  });
}

/**
 * The place that an arrow key reaches. Up and down keep the column and cross into the neighbouring group; at the ends
 * the focus stays where it is.
 */
export function neighbour(
  groups: readonly PlacedGroup[],
  columns: number,
  from: Place,
  direction: Direction,
): Place {
  switch (direction) {
    case 'left':
      return from.index > 0 ? { ...from, index: from.index - 1 } : (endOf(groups, from, -1) ?? from);
    case 'right':
      if (from.index + 1 < groups[from.group]!.count) return { ...from, index: from.index + 1 };
      return endOf(groups, from, 1) ?? from;
    case 'first':
      return endOf(groups, { group: -1, index: 0 }, 1) ?? from;
    case 'last':
      return endOf(groups, { group: groups.length, index: 0 }, -1) ?? from;
    case 'up':
    case 'down':
      return vertical(groups, columns, from, direction === 'down' ? 1 : -1);
  }
}

function vertical(groups: readonly PlacedGroup[], columns: number, from: Place, by: 1 | -1): Place {
  const { count } = groups[from.group]!;
  const column = from.index % columns;
  const row = Math.floor(from.index / columns) + by;
  if (row >= 0 && row < rows(count, columns)) {
    return { group: from.group, index: Math.min(row * columns + column, count - 1) };
  }
  const end = endOf(groups, from, by);
  if (!end) return from;
  const next = groups[end.group]!;
  const nextRow = by > 0 ? 0 : rows(next.count, columns) - 1;
  return { group: end.group, index: Math.min(nextRow * columns + column, next.count - 1) };
}

/** The nearer end of the next open group in a direction. */
function endOf(groups: readonly PlacedGroup[], { group }: Place, by: 1 | -1): Place | null {
  for (let next = group + by; groups[next]; next += by) {
    const { count, collapsed } = groups[next]!;
    if (!collapsed && count > 0) return { group: next, index: by > 0 ? 0 : count - 1 };
  }
  return null;
}

const rows = (count: number, columns: number): number => Math.ceil(count / columns);
const isBefore = (one: Place, other: Place): boolean =>
  one.group < other.group || (one.group === other.group && one.index <= other.index);

/** Where the focus goes when the focused face has left: whatever took its place, or the last face. */
export function focusAfterLeaving(
  before: readonly string[],
  after: readonly string[],
  left: string,
): string | null {
  const there = new Set(after);
  const at = before.indexOf(left);
  for (let index = at + 1; index < before.length; index += 1)
    if (there.has(before[index]!)) return before[index]!;
  for (let index = at - 1; index >= 0; index -= 1) if (there.has(before[index]!)) return before[index]!;
  return after[0] ?? null;
}
