import { ChevronDown, CheckCheck, Plus, X } from 'lucide-react';
import { type MouseEvent } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../design/avatar';
import { CheckMark } from '../design/check-mark';
import { groupCheck, type Selection } from '../selection/selection';
import { strings } from '../strings/en';
import { type Face } from './face-criteria';
import { FaceTile, type TileCommand, type TileHandlers } from './face-tile';
import { type GridMetrics, rowHeight, type Section, type VisibleSection } from './group-layout';
import { type LoadedGroup } from './grid-group';

export interface GroupHandlers {
  fold: (key: string) => void;
  selectAll: (group: LoadedGroup) => void;
  act: (group: LoadedGroup, command: TileCommand, anchor: DOMRect) => void;
  retry: (group: LoadedGroup) => void;
}

interface FaceGroupProps {
  group: LoadedGroup;
  section: Section;
  visible: VisibleSection;
  metrics: GridMetrics;
  faceOf: (id: string) => Face | null;
  selection: Selection;
  focusedId: string | null;
  tileHandlers: TileHandlers;
  groupHandlers: GroupHandlers;
}

export function FaceGroup(props: FaceGroupProps) {
  const { group, section, visible, metrics, faceOf, selection, focusedId, tileHandlers, groupHandlers } = props;
  const first = visible.firstRow * metrics.columns;
  const last = Math.min(visible.lastRow * metrics.columns, group.count);
  const places = Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place);
  const leftOf = (index: number) => (index % metrics.columns) * rowHeight(metrics);
  const topOf = (index: number) => Math.floor(index / metrics.columns) * rowHeight(metrics);
  return (
    <section
      className="face-group"
      aria-label={group.title}
      style={{ top: section.top, height: section.height }}
    >
      <GroupHeader group={group} metrics={metrics} selection={selection} handlers={groupHandlers} />
      {group.failed && !group.collapsed && (
        <p className="face-group__failed" role="alert">
          {strings.grid.loadFailed}
          <button className="button button--quiet button--small" onClick={() => groupHandlers.retry(group)}>
            {strings.actions.retry}
          </button>
        </p>
      )}
      <div className="face-group__rows">
        {places.map((index) => {
          const id = group.ids[index];
          const face = id === undefined ? null : faceOf(id);
          if (!face) {
            const style = {
              transform: `translate(${leftOf(index)}px, ${topOf(index)}px)`,
              width: metrics.tile,
              height: metrics.tile,
            };
            return group.failed ? null : <div key={`place ${index}`} className="face-place skeleton" style={style} />;
          }
          return (
            <FaceTile
              key={face.id}
              face={face}
              left={leftOf(index)}
              top={topOf(index)}
              size={metrics.tile}
              selected={selection.selected.has(face.id)}
              focusable={focusedId === face.id}
              selecting={selection.selected.size > 0}
              handlers={tileHandlers}
            />
          );
        })}
      </div>
    </section>
  );
}

interface GroupHeaderProps {
  group: LoadedGroup;
  metrics: GridMetrics;
  selection: Selection;
  handlers: GroupHandlers;
}

function GroupHeader({ group, metrics, selection, handlers }: GroupHeaderProps) {
  const check = groupCheck(selection, group.ids);
  const title = (
    <>
      {group.coverUrl !== null && <Avatar url={group.coverUrl} size={40} />}
      <h2 className="face-group__name" dir="auto">
        {group.title}
      </h2>
      {group.knownCount !== null && <span className="face-group__count">{strings.counts.faces(group.count)}</span>}
    </>
  );
  const act = (command: TileCommand) => (event: MouseEvent<HTMLElement>) =>
    handlers.act(group, command, event.currentTarget.getBoundingClientRect());
  return (
    <header className="face-group__header" style={{ height: metrics.headerHeight }}>
      <button
        className="face-group__fold"
        aria-expanded={!group.collapsed}
        aria-label={group.collapsed ? strings.selection.expand(group.title) : strings.selection.collapse(group.title)}
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
          <button
            className="button button--quiet button--small"
            aria-label={strings.actions.labelAllOf(group.title)}
            onClick={act('label')}
          >
            <Plus size={16} strokeWidth={2.6} aria-hidden />
            {strings.actions.labelAll}
          </button>
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
}
