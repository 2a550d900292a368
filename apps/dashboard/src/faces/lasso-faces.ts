import { type LassoWay, type Point, type Rectangle, rectangleBetween } from '../selection/lasso';
import { type GridMetrics, type GroupLayout, rowHeight, visibleSections } from './group-layout';

interface LassoGroup {
  ids: readonly string[];
  collapsed: boolean;
}

/** The faces that a drag from one point of the grid to another means, top to bottom; those not loaded yet are left out. */
export function lassoFaces(
  way: LassoWay,
  from: Point,
  to: Point,
  groups: readonly LassoGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
): string[] {
  return way === 'draw'
    ? facesIn(rectangleBetween(from, to), groups, layout, metrics)
    : facesBetween(from, to, groups, layout, metrics);
}

/** Computed from the layout, so that a rectangle over thousands of faces asks the page nothing. */
function facesIn(
  { left, top, right, bottom }: Rectangle,
  groups: readonly LassoGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
): string[] {
  const step = rowHeight(metrics);
  const firstColumn = Math.max(0, Math.ceil((left - metrics.tile) / step));
  const lastColumn = Math.min(metrics.columns - 1, Math.floor(right / step));
  const faces: string[] = [];
  for (const { group, firstRow, lastRow } of visibleSections(layout, metrics, top, bottom)) {
    const { ids } = groups[group]!;
    const rowsTop = layout.sections[group]!.top + metrics.headerHeight;
    for (let row = firstRow; row < lastRow; row += 1) {
      // The stretch ends in the gap below a row that it does not touch.
      if (rowsTop + row * step + metrics.tile < top) continue;
      const begin = row * metrics.columns;
      faces.push(...ids.slice(begin + firstColumn, begin + lastColumn + 1));
    }
  }
  return faces;
}

/** Everything between two points in reading order, the faces at both included. */
function facesBetween(
  one: Point,
  other: Point,
  groups: readonly LassoGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
): string[] {
  const [first, last] = [placeAt(one, layout, metrics), placeAt(other, layout, metrics)].sort(
    (a, b) => a.group - b.group || a.index - b.index,
  ) as [Place, Place];
  const faces: string[] = [];
  for (let group = first.group; group <= last.group; group += 1) {
    const { ids, collapsed } = groups[group] ?? { ids: [], collapsed: true };
    if (collapsed) continue;
    const from = group === first.group ? Math.max(0, first.index) : 0;
    faces.push(...ids.slice(from, group === last.group ? last.index + 1 : ids.length));
  }
  return faces;
}

interface Place {
  group: number;
  /** -1 above the first face of the group. */
  index: number;
}

function placeAt({ x, y }: Point, { sections }: GroupLayout, metrics: GridMetrics): Place {
  const step = rowHeight(metrics);
  const below = sections.findIndex(({ top }) => top > y);
  const group = Math.max(0, (below < 0 ? sections.length : below) - 1);
  const row = Math.floor((y - (sections[group]?.top ?? 0) - metrics.headerHeight) / step);
  if (row < 0) return { group, index: -1 };
  const column = Math.min(metrics.columns - 1, Math.max(0, Math.floor(x / step)));
  return { group, index: row * metrics.columns + column };
}
