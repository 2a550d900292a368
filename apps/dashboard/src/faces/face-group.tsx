import { ChevronDown, CheckCheck, EyeOff, Plus, X } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../design/avatar';
import { CheckMark } from '../design/check-mark';
import { HiddenMark } from '../people/hidden-mark';
import { groupCheck, isEmpty, isSelected, type Selection } from '../selection/selection';
import { strings } from '../strings/en';
import { type Face } from './face-criteria';
import { FaceTile, type TileCommand, type TileHandlers } from './face-tile';
import { ConfidenceRange } from './confidence-range';
import { type GridMetrics, rowHeight } from './group-layout';
import { type LoadedGroup } from './grid-group';
import { type Stage } from './stage';

export interface GroupHandlers {
  fold: (key: string) => void;
  selectAll: (group: LoadedGroup) => void;
  act: (group: LoadedGroup, command: TileCommand, anchor: DOMRect) => void;
  retry: (group: LoadedGroup) => void;
}

interface FaceGroupProps {
  group: LoadedGroup;
  /** Where the group is and how tall, in pixels from the top of the whole board. */
  top: number;
  height: number;
  /** The rows to draw, without `lastRow`. */
  firstRow: number;
  lastRow: number;
  stage: Stage;
  metrics: GridMetrics;
  /** Another function whenever a face may have changed. */
  faceOf: (id: string) => Face | null;
  selection: Selection;
  /** The face of this group that the tab key reaches. */
  focusedId: string | null;
  /** The board flies past, faster than anybody could see a face. */
  flying: boolean;
  tileHandlers: TileHandlers;
  groupHandlers: GroupHandlers;
}

/** Rows are placed from the nearest of these before them: far from the top browsers place things less exactly. */
const ROWS_TOGETHER = 200;

/** Drawn anew only when something of this group changed: while somebody scrolls, most of the board stays as it is. */
export const FaceGroup = memo(function FaceGroup(props: FaceGroupProps) {
  const { group, stage, metrics, faceOf, selection, flying, groupHandlers } = props;
  const known = isEmpty(selection) ? [] : group.faces.ids.flatMap((id) => faceOf(id) ?? []);
  // Of a group that is taller than the stage, only what is on the stage is there.
  const top = Math.max(props.top, stage.origin);
  const bottom = Math.min(props.top + props.height, stage.origin + stage.height);
  const rowsTop = props.top - top + metrics.headerHeight;
  return (
    <section
      className="face-group"
      aria-label={group.title}
      style={{ top: top - stage.origin, height: bottom - top }}
    >
      {flying ? (
        <FlyingGroup {...props} rowsTop={rowsTop} />
      ) : (
        <>
          <GroupHeader
            group={group}
            metrics={metrics}
            check={isEmpty(selection) ? 'none' : groupCheck(selection, group, known)}
            handlers={groupHandlers}
          />
          {group.failed && !group.collapsed && (
            <p className="face-group__failed" role="alert">
              {strings.grid.loadFailed}
              <button
                className="button button--quiet button--small"
                onClick={() => groupHandlers.retry(group)}
              >
                {strings.actions.retry}
              </button>
            </p>
          )}
          <GroupRows {...props} rowsTop={rowsTop} />
        </>
      )}
    </section>
  );
});

interface GroupRowsProps extends FaceGroupProps {
  /** Where the first row is, in pixels from the top of the group as it is drawn. */
  rowsTop: number;
}

function GroupRows(props: GroupRowsProps) {
  const { group, firstRow, lastRow, rowsTop, metrics, faceOf, selection, focusedId, tileHandlers } = props;
  const first = firstRow * metrics.columns;
  const last = Math.min(lastRow * metrics.columns, group.count);
  const places = Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place);
  const baseRow = Math.floor(firstRow / ROWS_TOGETHER) * ROWS_TOGETHER;
  const leftOf = (index: number) => (index % metrics.columns) * rowHeight(metrics);
  const topOf = (index: number) => (Math.floor(index / metrics.columns) - baseRow) * rowHeight(metrics);
  return (
    <div className="face-group__rows" style={{ top: rowsTop + baseRow * rowHeight(metrics) }}>
      {places.map((index) => {
        const id = group.faces.at(index);
        const face = id === undefined ? null : faceOf(id);
        if (!face) {
          const style = {
            transform: `translate(${leftOf(index)}px, ${topOf(index)}px)`,
            width: metrics.tile,
            height: metrics.tile,
          };
          return group.failed ? null : (
            <div key={`place ${index}`} className="face-place skeleton" style={style} />
          );
        }
        return (
          <FaceTile
            key={face.id}
            face={face}
            left={leftOf(index)}
            top={topOf(index)}
            size={metrics.tile}
            named={group.mixed}
            selected={isSelected(selection, face)}
            focusable={focusedId === face.id}
            selecting={!isEmpty(selection)}
            handlers={tileHandlers}
          />
        );
      })}
    </div>
  );
}

/** The title and the places of a group that flies past: as little as a browser can draw for it. */
function FlyingGroup({ group, firstRow, lastRow, rowsTop, metrics }: GroupRowsProps) {
  const row = rowHeight(metrics);
  return (
    <>
      <header className="face-group__header" style={{ height: metrics.headerHeight }}>
        <h2 className="face-group__name" dir="auto">
          {group.title}
        </h2>
      </header>
      <div
        className="face-group__flying"
        style={{
          top: rowsTop + firstRow * row,
          width: metrics.columns * row - metrics.gap,
          height: Math.max(0, (lastRow - firstRow) * row - metrics.gap),
        }}
      />
    </>
  );
}

interface GroupHeaderProps {
  group: LoadedGroup;
  metrics: GridMetrics;
  check: 'all' | 'some' | 'none';
  handlers: GroupHandlers;
}

const GroupHeader = memo(function GroupHeader({ group, metrics, check, handlers }: GroupHeaderProps) {
  const title = (
    <>
      {group.coverUrl !== null && <Avatar url={group.coverUrl} size={40} />}
      <h2 className="face-group__name" dir="auto">
        {group.title}
      </h2>
      {group.hidden && <HiddenMark />}
      {(group.knownCount !== null || group.criteria.state === 'INFERRED') && (
        <span className="face-group__count">
          {group.knownCount !== null && <span>{strings.counts.faces(group.count)}</span>}
          {group.criteria.state === 'INFERRED' && <ConfidenceRange criteria={group.criteria} />}
        </span>
      )}
    </>
  );
  const act = (command: TileCommand) => (event: MouseEvent<HTMLElement>) =>
    handlers.act(group, command, event.currentTarget.getBoundingClientRect());
  return (
    <header className="face-group__header" style={{ height: metrics.headerHeight }}>
      <button
        className="face-group__fold"
        aria-expanded={!group.collapsed}
        aria-label={
          group.collapsed ? strings.selection.expand(group.title) : strings.selection.collapse(group.title)
        }
        onClick={() => handlers.fold(group.key)}
      >
        <ChevronDown size={18} />
      </button>
      {group.href === null ? (
        <div className="face-group__title">{title}</div>
      ) : (
        <Link className="face-group__title" href={group.href}>
          {title}
        </Link>
      )}
      <div className="face-group__actions">
        {group.action === 'confirm-all' && (
          <>
            <button
              className="button button--quiet button--small face-group__all"
              aria-label={strings.actions.rejectAllOf(group.personName ?? group.title)}
              title={strings.actions.reject}
              onClick={act('reject')}
            >
              <X size={16} aria-hidden />
              <span>{strings.actions.reject}</span>
            </button>
            <button
              className="button button--quiet button--small face-group__all"
              title={strings.actions.confirmAll}
              aria-label={strings.actions.confirmAllOf(group.title)}
              onClick={act('confirm')}
            >
              <CheckCheck size={16} aria-hidden />
              <span>{strings.actions.confirmAll}</span>
            </button>
          </>
        )}
        {group.action === 'label-all' && (
          <>
            <button
              className="button button--quiet button--small face-group__all"
              title={strings.actions.ignore}
              aria-label={strings.actions.ignoreAllOf(group.title)}
              onClick={act('ignore')}
            >
              <EyeOff size={16} aria-hidden />
              <span>{strings.actions.ignore}</span>
            </button>
            <button
              className="button button--quiet button--small"
              aria-label={strings.actions.labelAllOf(group.title)}
              onClick={act('label')}
            >
              <Plus size={16} strokeWidth={2.6} aria-hidden />
              {strings.actions.labelAll}
            </button>
          </>
        )}
        <button
          className="group-check"
          role="checkbox"
          aria-checked={check === 'some' ? 'mixed' : check === 'all'}
          aria-label={strings.selection.selectAll(group.title)}
          onClick={() => handlers.selectAll(group)}
        >
          <CheckMark state={check} />
        </button>
      </div>
    </header>
  );
});
