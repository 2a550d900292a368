import { useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react';
import { usePhotoTrail } from '../photo/photo-trail';
import { NOTHING_SELECTED, selectionReducer } from '../selection/selection';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { BoardDialogs } from './board-dialogs';
import { FaceGroup } from './face-group';
import { useFaceSize } from './face-size';
import { type TileHandlers } from './face-tile';
import { useFoldedGroups } from './folded-groups';
import { GridSkeleton } from './grid-skeleton';
import { commonState, type GridGroup } from './grid-group';
import { gridMetrics, layoutGroups, visibleSections } from './group-layout';
import { SelectionBar } from './selection-bar';
import { onGridKey, useBoardKeys } from './use-board-keys';
import { useFaceCommands, useGroupHandlers } from './use-face-commands';
import { type DrawnBoard, useFaceFocus } from './use-face-focus';
import { useLasso } from './use-lasso';
import { useLoadedGroups, useReadingAhead } from './use-loaded-groups';
import { useScrollAnchor } from './use-scroll-anchor';
import { useViewport } from './use-viewport';
import { useWidth } from './use-width';
import './faces.css';

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
  const { ledger } = dashboard;
  const version = dashboard.currentVersion();
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const viewport = useViewport(grid);
  const [size] = useFaceSize();
  const metrics = useMemo(() => gridMetrics(width || 1, size), [width, size]);
  const [folded, fold] = useFoldedGroups();
  const [selection, select] = useReducer(selectionReducer, NOTHING_SELECTED);

  const loaded = useLoadedGroups(groups, dashboard, metrics.columns, folded, version);
  const layout = useMemo(() => layoutGroups(loaded, metrics), [loaded, metrics]);
  const visible = useMemo(
    () => (width === 0 ? [] : visibleSections(layout, metrics, viewport.from, viewport.to)),
    [layout, metrics, viewport, width],
  );
  const order = useMemo(() => loaded.flatMap((group) => (group.collapsed ? [] : group.ids)), [loaded]);
  const board = useRef<DrawnBoard>({ loaded, layout, metrics, order });
  useEffect(() => {
    board.current = { loaded, layout, metrics, order };
  });
  useScrollAnchor(grid, loaded, layout, metrics);
  useReadingAhead(dashboard, loaded, visible, metrics, width === 0 ? undefined : onNearEnd);

  const states = useMemo(() => new Set(groups.map((group) => group.criteria.state)), [groups]);
  useEffect(() => {
    const isThere = (id: string) => {
      const face = ledger.get(id);
      return face !== null && states.has(face.state);
    };
    select({ type: 'keep', isThere });
  }, [version, ledger, states]);

  const focus = useFaceFocus(grid, board, order);
  const commands = useFaceCommands(dashboard, select, board);
  const groupHandlers = useGroupHandlers(dashboard, select, commands, fold);
  const { run, question, ask } = commands;
  const { note } = focus;
  const tileHandlers = useMemo(
    (): TileHandlers => ({
      select: (id, { shift }) =>
        select(shift ? { type: 'range', id, order: board.current.order } : { type: 'toggle', id }),
      command: (command, id, anchor) => run(command, [id], anchor),
      focus: note,
    }),
    [run, note],
  );
  const rectangle = useLasso(grid, board, selection, select);
  const { isOpen: photoIsOpen } = usePhotoTrail();
  useBoardKeys({
    busy: question !== null || photoIsOpen,
    selection,
    select,
    run,
    listKeys: () => ask({ kind: 'keys' }),
  });

  const selectedIds = [...selection.selected];
  const tabStop = focus.focusedId ?? order[0] ?? null;
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
        onKeyDown={onGridKey({ loaded, columns: metrics.columns, order, selection, select, focus: focus.go })}
        {...focus.handlers}
      >
        {visible.map((each) => (
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
        {rectangle && (
          <div
            className="lasso"
            style={{
              transform: `translate(${rectangle.left}px, ${rectangle.top}px)`,
              width: rectangle.right - rectangle.left,
              height: rectangle.bottom - rectangle.top,
            }}
          />
        )}
      </div>
      {loaded.length === 0 && (complete ? empty : <GridSkeleton />)}
      {selectedIds.length > 0 && (
        <SelectionBar
          count={selectedIds.length}
          state={commonState(selectedIds.flatMap((id) => ledger.get(id)?.state ?? []))}
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
      {question && <BoardDialogs {...commands} question={question} close={() => ask(null)} />}
    </>
  );
}
