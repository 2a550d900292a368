import { type LassoWay, type Point, type Rectangle, rectangleBetween } from '../selection/lasso';
import { type GridMetrics, type GroupLayout, rowHeight, visibleSections } from './group-layout';
import { type LoadedFaces } from './loaded-faces';
import { type Place, stretchesBetween } from './places';

interface LassoGroup {
  faces: LoadedFaces;
  count: number;
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
    const inGroup = groups[group]!.faces;
    const rowsTop = layout.sections[group]!.top + metrics.headerHeight;
    for (let row = firstRow; row < lastRow; row += 1) {
      // The stretch ends in the gap below a row that it does not touch.
      if (rowsTop + row * step + metrics.tile < top) continue;
      const begin = row * metrics.columns;
      faces.push(...inGroup.between(begin + firstColumn, begin + lastColumn + 1));
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
  const ends = [placeAt(one, layout, metrics), placeAt(other, layout, metrics)] as const;
  return stretchesBetween(groups, ...ends).flatMap(({ group, from, to }) =>
    groups[group]!.faces.between(from, to),
  );
}

/** The place at a point, or the nearest; its index is -1 above the first face of a group. */
function placeAt({ x, y }: Point, layout: GroupLayout, metrics: GridMetrics): Place {
  const { sections } = layout;
  const step = rowHeight(metrics);
  const above = y < 0 ? 0 : sections.length - 1;
  const group = visibleSections(layout, metrics, y, y + 1)[0]?.group ?? above;
  const row = Math.floor((y - (sections[group]?.top ?? 0) - metrics.headerHeight) / step);
  if (row < 0) return { group, index: -1 };
  const column = Math.min(metrics.columns - 1, Math.max(0, Math.floor(x / step)));
  return { group, index: row * metrics.columns + column };
}
