import { useEffect, useMemo, useRef } from 'react';
import { type Dashboard } from '../shell/dashboard';
import { criteriaKey } from './face-criteria';
import { type GridGroup, groupCount, type LoadedGroup } from './grid-group';
import { type GridMetrics, type VisibleSection } from './group-layout';

/**
 * What is known of each group's faces now; groups without faces are left out. A group of which nothing changed stays the
 * same object, and all of them the same list. `version` is that of the stores.
 */
export function useLoadedGroups(
  groups: readonly GridGroup[],
  { faces }: Dashboard,
  columns: number,
  folded: ReadonlySet<string>,
  version: number,
): readonly LoadedGroup[] {
  const before = useRef<Known>({ byGroup: new Map(), list: [] });
  const known = useMemo(
    () => {
      const byGroup = new Map<GridGroup, LoadedGroup>();
      const list = groups.flatMap((group): LoadedGroup[] => {
        const read = faces.read(group.criteria);
        const count = groupCount(group.knownCount, read, columns);
        if (count === 0 && !read.error) return [];
        const collapsed = folded.has(group.key);
        const counted = group.knownCount !== null || read.count !== null;
        const { buckets } = read;
        const now = { faces: read.faces, count, counted, buckets, collapsed, failed: read.error !== null };
        const last = before.current.byGroup.get(group);
        const loaded = last && isAs(last, now) ? last : { ...group, ...now };
        byGroup.set(group, loaded);
        return [loaded];
      });
      const isOld =
        list.length === before.current.list.length &&
        list.every((each, at) => each === before.current.list[at]);
      return { byGroup, list: isOld ? before.current.list : list };
    },
    // `version` stands for everything inside the stores.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, faces, columns, folded, version],
  );
  useEffect(() => {
    before.current = known;
  }, [known]);
  return known.list;
}

interface Known {
  byGroup: ReadonlyMap<GridGroup, LoadedGroup>;
  list: readonly LoadedGroup[];
}

const isAs = (group: LoadedGroup, now: Omit<LoadedGroup, keyof GridGroup>): boolean =>
  group.faces === now.faces &&
  group.count === now.count &&
  group.counted === now.counted &&
  group.buckets === now.buckets &&
  group.collapsed === now.collapsed &&
  group.failed === now.failed;

/** Reads the faces that are looked at, unless they fly past, and tells when the last groups come near. */
export function useReadingAhead(
  { faces }: Dashboard,
  groups: readonly LoadedGroup[],
  visible: readonly VisibleSection[],
  { columns }: GridMetrics,
  flying: boolean,
  onNearEnd: (() => void) | undefined,
): void {
  useEffect(() => {
    const shown = visible.map(({ group }) => groups[group]!).filter((group) => !group.collapsed);
    faces.shown = new Set(shown.map((group) => criteriaKey(group.criteria)));
    for (const { group, firstRow, lastRow } of flying ? [] : visible) {
      const each = groups[group]!;
      if (each.collapsed || each.failed) continue;
      void faces.want(each.criteria, firstRow * columns, Math.max(1, lastRow * columns));
    }
    const end = visible.at(-1);
    if (!end || end.group >= groups.length - 3) onNearEnd?.();
  }, [visible, groups, columns, flying, faces, onNearEnd]);
  useEffect(
    () => () => {
      faces.shown = new Set();
    },
    [faces],
  );
}
