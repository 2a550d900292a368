import { useEffect, useMemo } from 'react';
import { type Dashboard } from '../shell/dashboard';
import { criteriaKey } from './face-criteria';
import { type GridGroup, groupCount, type LoadedGroup } from './grid-group';
import { type GridMetrics, type VisibleSection } from './group-layout';

/** What is known of each group's faces now; groups without faces are left out. `version` is that of the stores. */
export function useLoadedGroups(
  groups: readonly GridGroup[],
  { faces }: Dashboard,
  columns: number,
  folded: ReadonlySet<string>,
  version: number,
): readonly LoadedGroup[] {
  return useMemo(
    () =>
      groups.flatMap((group): LoadedGroup[] => {
        const list = faces.read(group.criteria);
        const count = groupCount(group.knownCount, list, columns);
        if (count === 0 && !list.error) return [];
        const collapsed = folded.has(group.key);
        const { faces: here, buckets, error } = list;
        const counted = group.knownCount !== null || list.count !== null;
        return [{ ...group, faces: here, count, counted, buckets, collapsed, failed: error !== null }];
      }),
    // `version` stands for everything inside the stores.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, faces, columns, folded, version],
  );
}

/** Reads the faces that are looked at, and tells when the last groups come near. */
export function useReadingAhead(
  { faces }: Dashboard,
  groups: readonly LoadedGroup[],
  visible: readonly VisibleSection[],
  { columns }: GridMetrics,
  onNearEnd: (() => void) | undefined,
): void {
  useEffect(() => {
    const shown = visible.map(({ group }) => groups[group]!).filter((group) => !group.collapsed);
    faces.shown = new Set(shown.map((group) => criteriaKey(group.criteria)));
    for (const { group, firstRow, lastRow } of visible) {
      const each = groups[group]!;
      if (each.collapsed || each.failed) continue;
      void faces.want(each.criteria, firstRow * columns, Math.max(1, lastRow * columns));
    }
    const end = visible.at(-1);
    if (!end || end.group >= groups.length - 3) onNearEnd?.();
  }, [visible, groups, columns, faces, onNearEnd]);
  useEffect(
    () => () => {
      faces.shown = new Set();
    },
    [faces],
  );
}
