/** Sizes in CSS pixels from which the whole page is computed: nothing is measured after the first paint. */
export interface GridMetrics {
  columns: number;
  /** Side of a square tile. */
  tile: number;
  gap: number;
  headerHeight: number;
  /** Space below the last row of a group. */
  groupGap: number;
}

export interface GroupShape {
  /** How many faces the group has, loaded or not. */
  count: number;
  collapsed: boolean;
}

/** Where a group is: a header, then `rows` rows of tiles. */
export interface Section {
  top: number;
  height: number;
  rows: number;
}

export interface GroupLayout {
  sections: readonly Section[];
  height: number;
}

/** What must be drawn of one group: rows `firstRow` to `lastRow`, without `lastRow`. */
export interface VisibleSection {
  group: number;
  firstRow: number;
  lastRow: number;
}

const SMALLEST_TILE = { narrow: 104, wide: 132 };
const NARROW = 640;

/** As many columns of equal tiles as fit into a width; `size` is a factor of the usual size. */
export function gridMetrics(width: number, size = 1): GridMetrics {
  const narrow = width < NARROW;
  const gap = narrow ? 6 : 10;
  const smallest = (narrow ? SMALLEST_TILE.narrow : SMALLEST_TILE.wide) * size;
  const columns = Math.max(1, Math.floor((width + gap) / (smallest + gap)));
  const tile = Math.max(1, Math.floor((width - (columns - 1) * gap) / columns));
  return { columns, tile, gap, headerHeight: narrow ? 56 : 64, groupGap: narrow ? 16 : 28 };
}

export function layoutGroups(groups: readonly GroupShape[], metrics: GridMetrics): GroupLayout {
  let top = 0;
  const sections = groups.map(({ count, collapsed }) => {
    const rows = collapsed ? 0 : Math.ceil(count / metrics.columns);
    const height =
      metrics.headerHeight + (rows > 0 ? rows * rowHeight(metrics) - metrics.gap + metrics.groupGap : 0);
    const section = { top, height, rows };
    top += height;
    return section;
  });
  return { sections, height: top };
}

/** The sections and rows that touch the stretch from `from` to `to`. */
export function visibleSections(
  { sections }: GroupLayout,
  metrics: GridMetrics,
  from: number,
  to: number,
): VisibleSection[] {
  const visible: VisibleSection[] = [];
  for (let group = firstEndingAfter(sections, from); group < sections.length; group += 1) {
    const section = sections[group]!;
    if (section.top >= to) break;
    const rowsTop = section.top + metrics.headerHeight;
    const clamp = (row: number) => Math.min(section.rows, Math.max(0, row));
    visible.push({
      group,
      firstRow: clamp(Math.floor((from - rowsTop) / rowHeight(metrics))),
      lastRow: clamp(Math.ceil((to - rowsTop) / rowHeight(metrics))),
    });
  }
  return visible;
}

/** Distance of a face's row from the top of the grid. */
export function faceTop(
  { sections }: GroupLayout,
  metrics: GridMetrics,
  group: number,
  index: number,
): number {
  return (
    sections[group]!.top + metrics.headerHeight + Math.floor(index / metrics.columns) * rowHeight(metrics)
  );
}

export const rowHeight = (metrics: GridMetrics): number => metrics.tile + metrics.gap;

function firstEndingAfter(sections: readonly Section[], position: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.top + sections[middle]!.height > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
