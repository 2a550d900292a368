import { useEffect, useMemo, useRef } from 'react';
import { type Dashboard } from '../shell/dashboard';
import { criteriaKey } from './face-criteria';
import { type GridGroup, groupCount, type LoadedGroup } from './grid-group';
import { type GridMetrics, type GroupLayout, layoutGroups, type VisibleSection } from './group-layout';
import { NO_FACES } from './loaded-faces';

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
  const before = useRef<readonly Known[]>([]);
  const list = useRef<readonly LoadedGroup[]>([]);
  const known = useMemo(
    () =>
      groups.map((group, at): Known => {
        // Boards grow at their end: what was known of a group is at the same place.
        const last = before.current[at]?.group === group ? before.current[at] : null;
        const listKey = last?.listKey ?? criteriaKey(group.criteria);
        const read = faces.read(group.criteria, listKey);
        const now = {
          faces: read.faces,
          count: groupCount(group.knownCount, read, columns),
          counted: group.knownCount !== null || read.count !== null,
          buckets: read.buckets,
          collapsed: folded.has(group.key),
          failed: read.error !== null,
        };
        return last && isAs(last.loaded, now) ? last : { group, listKey, loaded: { ...group, ...now } };
      }),
    // `version` stands for everything inside the stores.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, faces, columns, folded, version],
  );
  const loaded = useMemo(() => {
    const now: LoadedGroup[] = [];
    for (const { loaded: group } of known) if (group.count > 0 || group.failed) now.push(group);
    const isSame = now.length === list.current.length && now.every((each, at) => each === list.current[at]);
    return isSame ? list.current : now;
  }, [known]);
  useEffect(() => {
    before.current = known;
    list.current = loaded;
  }, [known, loaded]);
  return loaded;
}

/** A group of the board with the key of its list, which takes longer to make than to keep. */
interface Known {
  readonly group: GridGroup;
  readonly listKey: string;
  readonly loaded: LoadedGroup;
}

/** Where the groups are; as long as none is longer or shorter, they stay where they were. */
export function useGroupLayout(loaded: readonly LoadedGroup[], metrics: GridMetrics): GroupLayout {
  const before = useRef<{ metrics: GridMetrics; loaded: readonly LoadedGroup[]; layout: GroupLayout }>(null);
  const layout = useMemo(() => {
    const last = before.current;
    const isSame =
      last?.metrics === metrics &&
      last.loaded.length === loaded.length &&
      last.loaded.every(
        ({ count, collapsed }, at) => count === loaded[at]!.count && collapsed === loaded[at]!.collapsed,
      );
    return isSame ? last.layout : layoutGroups(loaded, metrics);
  }, [loaded, metrics]);
  useEffect(() => {
    before.current = { metrics, loaded, layout };
  }, [metrics, loaded, layout]);
  return layout;
}

/** The loaded faces top to bottom. */
export function orderOf(loaded: readonly LoadedGroup[]): readonly string[] {
  const order: string[] = [];
  for (const { faces, collapsed } of loaded) if (!collapsed && faces !== NO_FACES) order.push(...faces.ids);
  return order;
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
