import { type LoadedFaces } from './loaded-faces';
import { faceTop, rowHeight, type GridMetrics, type GroupLayout, visibleSections } from './group-layout';

export interface AnchoredGroup {
  key: string;
  faces: LoadedFaces;
}

/** What the user looks at, and where it is: kept in place when faces above it come or go. */
export interface ScrollAnchor {
  groupKey: string;
  /** Null: the group's header is what is seen first. */
  faceId: string | null;
  /** Pixels from the top of the view. */
  offset: number;
}

/** The first face, or else header, at or below `scrollTop`. */
export function findAnchor(
  groups: readonly AnchoredGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
  scrollTop: number,
): ScrollAnchor | null {
  const first = visibleSections(layout, metrics, scrollTop, scrollTop + 1)[0];
  if (!first) return null;
  const group = groups[first.group]!;
  const section = layout.sections[first.group]!;
  const row = Math.max(0, Math.ceil((scrollTop - section.top - metrics.headerHeight) / rowHeight(metrics)));
  const index = row * metrics.columns;
  const faceId = group.faces.at(index);
  if (scrollTop <= section.top || faceId === undefined) {
    return { groupKey: group.key, faceId: null, offset: section.top - scrollTop };
  }
  return { groupKey: group.key, faceId, offset: faceTop(layout, metrics, first.group, index) - scrollTop };
}

/** Where to scroll so that the anchor stays where it was; null when it is gone. */
export function scrollTopFor(
  anchor: ScrollAnchor,
  groups: readonly AnchoredGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
): number | null {
  const group = groups.findIndex(({ key }) => key === anchor.groupKey);
  if (group < 0) return null;
  if (anchor.faceId === null) return layout.sections[group]!.top - anchor.offset;
  const index = groups[group]!.faces.indexOf(anchor.faceId);
  return index < 0 ? null : faceTop(layout, metrics, group, index) - anchor.offset;
}
