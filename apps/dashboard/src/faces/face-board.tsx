import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { usePhotoTrail } from '../photo/photo-trail';
import { isEmpty, type Scope } from '../selection/selection';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { BoardDialogs } from './board-dialogs';
import { someFaces, statesOf } from './face-choice';
import { FaceGroup } from './face-group';
import { useFaceSize } from './face-size';
import { type TileHandlers } from './face-tile';
import { useFoldedGroups } from './folded-groups';
import { GridSkeleton } from './grid-skeleton';
import { commonState, type GridGroup } from './grid-group';
import { gridMetrics, visibleSections } from './group-layout';
import { firstLoaded, placeOf } from './places';
import { Scrubber } from './scrubber';
import { SelectionBar } from './selection-bar';
import { onGridKey, useBoardKeys } from './use-board-keys';
import { useFaceCommands } from './use-face-commands';
import { type DrawnBoard, useFaceFocus } from './use-face-focus';
import { useFaceSelection } from './use-face-selection';
import { useGroupHandlers } from './use-group-handlers';
import { useLasso } from './use-lasso';
import { orderOf, useGroupLayout, useLoadedGroups, useReadingAhead } from './use-loaded-groups';
import { useScrollAnchor } from './use-scroll-anchor';
import { useScrollMemory } from './use-scroll-memory';
import { useViewport } from './use-viewport';
import { useWidth } from './use-width';
import './faces.css';

interface FaceBoardProps {
  groups: readonly GridGroup[];
  /** What all groups together are, those included that are not known yet; only that of `groups` unless it is given. */
  whole?: readonly Scope[];
  /** Called when the last groups come near, for lists of groups that are themselves paged. */
  onNearEnd?: () => void;
  /** Called when somebody wants to jump anywhere. */
  onWholeWanted?: () => void;
  /** Whether `groups` are all there are. */
  complete: boolean;
  /** Shown when there are no faces. */
  empty: ReactNode;
  /** Offered for one selected face. */
  onMakeCover?: (faceId: string) => void;
}

/** Groups of faces to look at, select and label: the heart of the dashboard. */
export function FaceBoard(props: FaceBoardProps) {
  const { groups, onNearEnd, onWholeWanted, complete, empty, onMakeCover } = props;
  const dashboard = useChangingDashboard();
  const { ledger } = dashboard;
  const version = dashboard.currentVersion();
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const [size] = useFaceSize();
  const metrics = useMemo(() => gridMetrics(width || 1, size), [width, size]);
  const [folded, fold] = useFoldedGroups();

  const loaded = useLoadedGroups(groups, dashboard, metrics.columns, folded, version);
  const layout = useGroupLayout(loaded, metrics);
  const viewport = useViewport(grid, layout.height);
  const { from, to, stage, flying } = viewport;
  const visible = useMemo(
    () => (width === 0 ? [] : visibleSections(layout, metrics, from, to)),
    [layout, metrics, from, to, width],
  );
  const order = useMemo(() => orderOf(loaded), [loaded]);
  const board = useRef<DrawnBoard>({ loaded, layout, metrics, viewport, order });
  useEffect(() => {
    board.current = { loaded, layout, metrics, viewport, order };
  });
  useScrollAnchor(viewport, loaded, layout, metrics);
  const isWholeKnown = complete && loaded.every(({ counted }) => counted);
  useScrollMemory(viewport, width === 0 ? 0 : layout.height, isWholeKnown, onNearEnd);
  useReadingAhead(dashboard, loaded, visible, metrics, flying, width === 0 ? undefined : onNearEnd);

  const wholeGiven = props.whole;
  const whole = useMemo(
    () => wholeGiven ?? groups.map(({ criteria, knownCount }) => ({ criteria, count: knownCount ?? 0 })),
    [wholeGiven, groups],
  );
  const selecting = useFaceSelection(dashboard, loaded, whole);
  const { selection, select, selected, toggle, stretch } = selecting;
  const { count } = selected;
  const clear = useCallback(() => select({ type: 'clear' }), [select]);
  const focus = useFaceFocus(grid, board, ledger, loaded, order);
  const commands = useFaceCommands(dashboard, select, board);
  const { run, question, ask } = commands;
  const groupHandlers = useGroupHandlers(dashboard, commands, fold, selecting.toggleGroup);
  const { note } = focus;
  const tileHandlers = useMemo(
    (): TileHandlers => ({
      select: (id, { shift }) => {
        const place = shift ? placeOf(board.current.loaded, id) : null;
        if (place) stretch(place);
        else toggle(id);
      },
      command: (command, id, anchor) => run(command, someFaces([id]), anchor),
      focus: note,
    }),
    [run, note, stretch, toggle],
  );
  const rectangle = useLasso(grid, board, ledger, selection, select);
  const { isOpen: photoIsOpen } = usePhotoTrail();
  useBoardKeys({
    busy: question !== null || photoIsOpen,
    selected,
    clear,
    selectEverything: selecting.selectEverything,
    invert: selecting.invert,
    run,
  });

  const ledgerVersion = ledger.version;
  const faceOf = useCallback(
    (id: string) => ledger.get(id),
    // `ledgerVersion` stands for everything inside the ledger.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ledger, ledgerVersion],
  );
  const tabStop = firstLoaded(loaded, visible, metrics.columns, focus.focusedId);
  return (
    <>
      <div
        id="faces"
        ref={grid}
        className="face-grid"
        role="group"
        aria-label={strings.grid.name}
        data-selecting={!isEmpty(selection)}
        style={{ height: stage.height }}
        onKeyDown={onGridKey({ ...selecting, loaded, columns: metrics.columns, focus: focus.go })}
        {...focus.handlers}
      >
        {visible.map((each) => (
          <FaceGroup
            key={loaded[each.group]!.key}
            group={loaded[each.group]!}
            top={layout.sections[each.group]!.top}
            height={layout.sections[each.group]!.height}
            firstRow={each.firstRow}
            lastRow={each.lastRow}
            stage={stage}
            metrics={metrics}
            faceOf={faceOf}
            selection={selection}
            focusedId={tabStop?.group === each.group ? tabStop.id : null}
            flying={flying}
            tileHandlers={tileHandlers}
            groupHandlers={groupHandlers}
          />
        ))}
        {rectangle && (
          <div
            className="lasso"
            style={{
              transform: `translate(${rectangle.left}px, ${rectangle.top - stage.origin}px)`,
              width: rectangle.right - rectangle.left,
              height: rectangle.bottom - rectangle.top,
            }}
          />
        )}
      </div>
      {loaded.length === 0 && (complete ? empty : <GridSkeleton />)}
      <Scrubber
        groups={loaded}
        layout={layout}
        metrics={metrics}
        viewport={viewport}
        onGrab={onWholeWanted}
      />
      {count > 0 && (
        <SelectionBar
          count={count}
          state={commonState(statesOf(selected, (id) => ledger.get(id)))}
          run={(command, anchor) => run(command, selected, anchor)}
          clear={clear}
          selectEverything={selecting.selectEverything}
          invert={selecting.invert}
        >
          {onMakeCover && count === 1 && selected.ids.length === 1 && (
            <button
              className="selection-bar__button"
              onClick={() => {
                onMakeCover(selected.ids[0]!);
                clear();
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
