import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ConfirmDialog } from '../design/confirm-dialog';
import { DeleteDialog } from '../labeling/delete-dialog';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { usePhotoTrail } from '../photo/photo-trail';
import { NOTHING_SELECTED, selectionReducer } from '../selection/selection';
import { ShortcutList } from '../shell/shortcut-list';
import { useChangingDashboard } from '../shell/dashboard';
import { criteriaKey } from './face-criteria';
import { FaceGroup, type GroupHandlers } from './face-group';
import { GridSkeleton } from './grid-skeleton';
import { type TileCommand, type TileHandlers } from './face-tile';
import { commonState, type GridGroup, groupCount, type LoadedGroup } from './grid-group';
import { gridMetrics, faceTop, layoutGroups, visibleSections } from './group-layout';
import { type Direction, focusAfterLeaving, moveFocus } from './move-focus';
import { SelectionBar } from './selection-bar';
import { useScrollAnchor } from './use-scroll-anchor';
import { useViewport } from './use-viewport';
import { useWidth } from './use-width';
import { strings } from '../strings/en';
import { toApiError } from '../api/api-error';
import './faces.css';

/** More faces than this are deleted only after a question. */
const DELETE_WITHOUT_QUESTION = 20;

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const COMMAND_KEYS: Record<string, TileCommand> = {
  l: 'label',
  y: 'confirm',
  n: 'reject',
  u: 'unlabel',
  Delete: 'remove',
  Backspace: 'remove',
  Enter: 'open',
};

interface FaceBoardProps {
  groups: readonly GridGroup[];
  /** Called when the last groups come near, for lists of groups that are themselves paged. */
  onNearEnd?: () => void;
  /** Whether `groups` are all there are. */
  complete: boolean;
  /** Shown when there are no faces. */
  empty: ReactNode;
  /** Offered for one selected face. */
  onMakeCover?: (faceId: string) => void;
}

/** Groups of faces to look at, select and label: the heart of the dashboard. */
export function FaceBoard({ groups, onNearEnd, complete, empty, onMakeCover }: FaceBoardProps) {
  const dashboard = useChangingDashboard();
  const { faces, ledger, actions, toasts } = dashboard;
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const viewport = useViewport(grid);
  const metrics = useMemo(() => gridMetrics(width || 1), [width]);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [selection, select] = useReducer(selectionReducer, NOTHING_SELECTED);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [labelRequest, setLabelRequest] = useState<LabelRequest | null>(null);
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const [rejecting, setRejecting] = useState<{ ids: readonly string[]; name: string } | null>(null);
  const [listingKeys, setListingKeys] = useState(false);
  const trail = usePhotoTrail();

  // --- what there is -------------------------------------------------------------------------------------------------
  const version = dashboard.currentVersion();
  const loaded = useMemo(
    () =>
      groups.flatMap((group): LoadedGroup[] => {
        const list = faces.read(group.criteria);
        const count = groupCount(group.knownCount, list, metrics.columns);
        if (count === 0 && !list.error) return [];
        return [{ ...group, ids: list.ids, count, collapsed: collapsed.has(group.key), failed: list.error !== null }];
      }),
    // `version` stands for everything inside the stores.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, faces, metrics.columns, collapsed, version],
  );
  const layout = useMemo(() => layoutGroups(loaded, metrics), [loaded, metrics]);
  const visible = useMemo(
    () => visibleSections(layout, metrics, viewport.from, viewport.to),
    [layout, metrics, viewport],
  );
  const order = useMemo(() => loaded.flatMap((group) => (group.collapsed ? [] : group.ids)), [loaded]);
  const latest = useRef({ loaded, layout, metrics, order, selection });
  useEffect(() => {
    latest.current = { loaded, layout, metrics, order, selection };
  });
  useScrollAnchor(grid, loaded, layout, metrics);

  // --- reading what is looked at -------------------------------------------------------------------------------------
  useEffect(() => {
    if (width === 0) return;
    const shown = visible.map(({ group }) => loaded[group]!).filter((group) => !group.collapsed);
    faces.shown = new Set(shown.map((group) => criteriaKey(group.criteria)));
    for (const { group, lastRow } of visible) {
      const each = loaded[group]!;
      if (!each.collapsed && !each.failed) void faces.loadUntil(each.criteria, Math.max(1, lastRow * metrics.columns));
    }
    const end = visible.at(-1);
    if (!end || end.group >= loaded.length - 3) onNearEnd?.();
  }, [visible, loaded, metrics, width, faces, onNearEnd]);
  useEffect(
    () => () => {
      faces.shown = new Set();
    },
    [faces],
  );

  // --- faces that left -----------------------------------------------------------------------------------------------
  const states = useMemo(() => new Set(groups.map((group) => group.criteria.state)), [groups]);
  useEffect(() => {
    const isThere = (id: string) => {
      const face = ledger.get(id);
      return face !== null && states.has(face.state);
    };
    select({ type: 'keep', isThere });
  }, [version, ledger, states]);

  const previousOrder = useRef(order);
  const hadFocus = useRef(false);
  useEffect(() => {
    const before = previousOrder.current;
    previousOrder.current = order;
    if (focusedId === null || order.includes(focusedId)) return;
    const next = focusAfterLeaving(before, order, focusedId);
    setFocusedId(next);
    if (hadFocus.current && next !== null) focusFace(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);

  // --- focus ---------------------------------------------------------------------------------------------------------
  const focusFace = useCallback((id: string) => {
    const { loaded, layout, metrics } = latest.current;
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
  }, []);

  // --- doing ---------------------------------------------------------------------------------------------------------
  const run = useCallback(
    (command: TileCommand, ids: readonly string[], anchor: DOMRect | null) => {
      const stateOf = (id: string) => ledger.get(id)?.state;
      const state = commonState(ids.flatMap((id) => stateOf(id) ?? []));
      const act = (acting: Promise<unknown>) => {
        select({ type: 'remove', ids });
        void acting;
      };
      if (ids.length === 0) return;
      if (command === 'label') setLabelRequest({ faceIds: ids, anchor });
      else if (command === 'confirm' && state === 'INFERRED') act(actions.confirm(ids));
      else if (command === 'reject' && state === 'INFERRED') act(actions.reject(ids));
      else if (command === 'unlabel' && state === 'LABELED') act(actions.unlabel(ids));
      else if (command === 'remove' && ids.length > DELETE_WITHOUT_QUESTION) setDeleting(ids);
      else if (command === 'remove') act(actions.remove(ids));
      else if (command === 'open') {
        const face = ledger.get(ids[0]!);
        const photos = latest.current.order.flatMap((id) => ledger.get(id)?.photo.id ?? []);
        if (face) trail.open(face.photo.id, face.id, [...new Set(photos)]);
      }
    },
    [actions, ledger, trail],
  );

  const tileHandlers = useMemo(
    (): TileHandlers => ({
      select: (id, { shift }) =>
        select(shift ? { type: 'range', id, order: latest.current.order } : { type: 'toggle', id }),
      command: (command, id, anchor) => run(command, [id], anchor),
      focus: (id) => setFocusedId(id),
    }),
    [run],
  );

  const allOf = useCallback(
    async (group: LoadedGroup): Promise<readonly string[]> => {
      try {
        return await faces.loadAll(group.criteria);
      } catch (thrown) {
        const { message, hint } = toApiError(thrown);
        toasts.add({ tone: 'failed', text: message, details: hint ? [hint] : [] });
        return [];
      }
    },
    [faces, toasts],
  );

  const groupHandlers = useMemo(
    (): GroupHandlers => ({
      fold: (key) =>
        setCollapsed((current) => {
          const next = new Set(current);
          if (!next.delete(key)) next.add(key);
          return next;
        }),
      selectAll: (group) => void allOf(group).then((ids) => select({ type: 'toggle-all', ids })),
      act: (group, command, anchor) =>
        void allOf(group).then((ids) => {
          // What is rejected is never suggested again, so a whole group is asked about first.
          if (command === 'reject' && ids.length > 0) setRejecting({ ids, name: group.personName ?? group.title });
          else run(command, ids, anchor);
        }),
      retry: (group) => void faces.retry(group.criteria),
    }),
    [allOf, run, faces],
  );

  // --- keys ----------------------------------------------------------------------------------------------------------
  const busy = labelRequest !== null || deleting !== null || rejecting !== null || listingKeys || trail.isOpen;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (busy || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const { selection } = latest.current;
      const focused = (document.activeElement as HTMLElement | null)?.dataset.face;
      const ids = selection.selected.size > 0 ? [...selection.selected] : focused ? [focused] : [];
      const command = COMMAND_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (event.key === 'Escape') select({ type: 'clear' });
      else if (event.key === '?') setListingKeys(true);
      else if (command === 'open' && focused) run('open', [focused], null);
      else if (command && command !== 'open' && ids.length > 0) {
        const anchor = focused ? (document.activeElement?.getBoundingClientRect() ?? null) : null;
        run(command, ids, anchor);
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [busy, run]);

  const onGridKey = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.face;
    if (id === undefined) return;
    const direction = DIRECTIONS[event.key];
    if (event.key === ' ') {
      tileHandlers.select(id, { shift: event.shiftKey });
    } else if (direction) {
      const next = moveFocus(loaded, metrics.columns, id, direction);
      if (event.shiftKey && next !== id) {
        if (selection.anchor === null) select({ type: 'toggle', id });
        select({ type: 'range', id: next, order });
      }
      focusFace(next);
    } else return;
    event.preventDefault();
  };

  const selectedIds = [...selection.selected];
  const state = commonState(selectedIds.flatMap((id) => ledger.get(id)?.state ?? []));
  const tabStop = focusedId ?? order[0] ?? null;
  return (
    <>
      <div
        id="faces"
        ref={grid}
        className="face-grid"
        role="group"
        aria-label={strings.grid.name}
        data-selecting={selectedIds.length > 0}
        style={{ height: layout.height }}
        onKeyDown={onGridKey}
        onFocus={() => (hadFocus.current = true)}
        onBlur={(event) => (hadFocus.current = event.relatedTarget === null)}
      >
        {width > 0 &&
          visible.map((each) => (
            <FaceGroup
              key={loaded[each.group]!.key}
              group={loaded[each.group]!}
              section={layout.sections[each.group]!}
              visible={each}
              metrics={metrics}
              faceOf={(id) => ledger.get(id)}
              selection={selection}
              focusedId={tabStop}
              tileHandlers={tileHandlers}
              groupHandlers={groupHandlers}
            />
          ))}
      </div>
      {loaded.length === 0 && (complete ? empty : <GridSkeleton />)}
      {selectedIds.length > 0 && (
        <SelectionBar
          count={selectedIds.length}
          state={state}
          run={(command, anchor) => run(command, selectedIds, anchor)}
          clear={() => select({ type: 'clear' })}
        >
          {onMakeCover && selectedIds.length === 1 && (
            <button
              className="selection-bar__button"
              onClick={() => {
                onMakeCover(selectedIds[0]!);
                select({ type: 'clear' });
              }}
            >
              {strings.people.setCover}
            </button>
          )}
        </SelectionBar>
      )}
      {labelRequest && (
        <LabelPopup
          request={labelRequest}
          close={() => setLabelRequest(null)}
          choose={(target) => {
            select({ type: 'remove', ids: labelRequest.faceIds });
            void actions.label(labelRequest.faceIds, target);
          }}
        />
      )}
      {deleting && (
        <DeleteDialog
          count={deleting.length}
          close={() => setDeleting(null)}
          confirm={() => {
            select({ type: 'remove', ids: deleting });
            void actions.remove(deleting);
          }}
        />
      )}
      {rejecting && (
        <ConfirmDialog
          title={strings.rejectDialog.title(rejecting.ids.length, rejecting.name)}
          text={strings.rejectDialog.text(rejecting.name)}
          action={strings.rejectDialog.confirm}
          close={() => setRejecting(null)}
          confirm={() => run('reject', rejecting.ids, null)}
        />
      )}
      {listingKeys && <ShortcutList close={() => setListingKeys(false)} />}
    </>
  );
}

function isTyping(event: globalThis.KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
