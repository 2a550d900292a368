import { Check, Ellipsis, Eye, EyeOff, Image, Plus, Trash2, Undo2, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode } from 'react';
import { useFocusHandover } from '../design/focus-return';
import { type FaceState } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { formatCount } from '../strings/format';
import { type TileCommand } from './face-tile';

interface SelectionBarProps {
  count: number;
  state: FaceState | 'mixed';
  run: (command: TileCommand, anchor: DOMRect | null) => void;
  clear: () => void;
  selectEverything: () => void;
  invert: () => void;
  children?: ReactNode;
}

/** What can be done with the selected faces; on phones it takes the place of the tabs, below the thumb. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, state, run, clear, children } = props;
  const bar = useFocusHandover<HTMLDivElement>();
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={strings.selection.bar}>
      <button className="selection-bar__clear" aria-label={strings.actions.clear} title="Esc" onClick={clear}>
        <X size={20} />
      </button>
      <span className="selection-bar__count" role="status" aria-label={strings.selection.count(count)}>
        {formatCount(count)}
        <span> {strings.selection.count(count).split(' ').slice(1).join(' ')}</span>
      </span>
      {state === 'INFERRED' && (
        <>
          <BarButton command="confirm" label={strings.actions.confirm} shortcut="Y" run={run}>
            <Check size={19} strokeWidth={2.4} />
          </BarButton>
          <BarButton command="reject" label={strings.actions.reject} shortcut="N" run={run}>
            <X size={19} strokeWidth={2.4} />
          </BarButton>
        </>
      )}
      {state === 'LABELED' && (
        <BarButton command="unlabel" label={strings.actions.unlabel} shortcut="U" run={run}>
          <Undo2 size={18} />
        </BarButton>
      )}
      {state === 'UNKNOWN' && (
        <BarButton command="ignore" label={strings.actions.ignore} shortcut="I" run={run}>
          <EyeOff size={18} />
        </BarButton>
      )}
      {state === 'IGNORED' && (
        <BarButton command="ignore" label={strings.actions.stopIgnoring} shortcut="I" run={run}>
          <Eye size={18} />
        </BarButton>
      )}
      {children}
      {count === 1 && (
        <BarButton command="open" label={strings.actions.openPhoto} shortcut="Enter" run={run}>
          <Image size={18} />
        </BarButton>
      )}
      <BarButton command="remove" label={strings.actions.remove} shortcut="Delete" run={run}>
        <Trash2 size={18} />
      </BarButton>
      <BarButton command="label" label={strings.actions.label} shortcut="L" run={run}>
        <Plus size={19} strokeWidth={2.6} />
      </BarButton>
      <MoreSelection
        selectEverything={props.selectEverything}
        invert={props.invert}
        ignore={state === 'UNKNOWN' || state === 'IGNORED' ? null : () => run('ignore', null)}
      />
    </div>
  );
}

interface MoreSelectionProps extends Pick<SelectionBarProps, 'selectEverything' | 'invert'> {
  /** Null where the bar has a button for it. */
  ignore: (() => void) | null;
}

function MoreSelection({ selectEverything, invert, ignore }: MoreSelectionProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="selection-bar__clear" aria-label={strings.selection.more}>
        <Ellipsis size={20} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" side="top" sideOffset={12} collisionPadding={12}>
          <DropdownMenu.Item className="menu__item" onSelect={selectEverything}>
            {strings.selection.everything}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" onSelect={invert}>
            {strings.selection.invert}
          </DropdownMenu.Item>
          {ignore && (
            <DropdownMenu.Item className="menu__item" onSelect={ignore}>
              <EyeOff size={17} aria-hidden />
              {strings.actions.ignore}
              <kbd className="wide-only">I</kbd>
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface BarButtonProps {
  command: TileCommand;
  label: string;
  shortcut: string;
  run: SelectionBarProps['run'];
  children: ReactNode;
}

function BarButton({ command, label, shortcut, run, children }: BarButtonProps) {
  return (
    <button
      className={`selection-bar__button selection-bar__button--${command}`}
      aria-keyshortcuts={shortcut}
      title={`${label} (${shortcut})`}
      onClick={(event) => run(command, event.currentTarget.getBoundingClientRect())}
    >
      {children}
      {label}
    </button>
  );
}
