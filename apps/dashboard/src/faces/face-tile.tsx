import { Check, Eye, EyeOff, Maximize2, Plus, Trash2, Undo2, X } from 'lucide-react';
import { memo, useState, type MouseEvent } from 'react';
import { CheckMark } from '../design/check-mark';
import { FadingImage } from '../design/fading-image';
import { strings } from '../strings/en';
import { formatProbability } from '../strings/format';
import { AgeMark } from './age-mark';
import { type Face } from './face-criteria';
import { faceName } from './face-name';

/** What can be asked of one face by its own buttons; `ignore` of an ignored face ends that. */
export type TileCommand = 'label' | 'confirm' | 'reject' | 'unlabel' | 'ignore' | 'remove' | 'open';

export interface TileHandlers {
  select: (id: string, event: { shift: boolean }) => void;
  command: (command: TileCommand, id: string, anchor: DOMRect) => void;
  focus: (id: string) => void;
}

interface FaceTileProps {
  face: Face;
  left: number;
  top: number;
  size: number;
  /** Faces of several people are together, so that each says whose it is. */
  named: boolean;
  selected: boolean;
  focusable: boolean;
  /** While faces are selected a click anywhere extends the selection, so the tile's own buttons are away. */
  selecting: boolean;
  handlers: TileHandlers;
}

export const FaceTile = memo(function FaceTile(props: FaceTileProps) {
  const { face, left, top, size, named, selected, focusable, selecting, handlers } = props;
  const [hovered, setHovered] = useState(false);
  const command = (name: TileCommand) => (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    handlers.command(name, face.id, event.currentTarget.getBoundingClientRect());
  };
  return (
    <div
      className="face-tile"
      style={{ transform: `translate(${left}px, ${top}px)`, width: size, height: size }}
      data-selected={selected}
      onPointerEnter={(event) => setHovered(event.pointerType === 'mouse')}
      onPointerLeave={() => setHovered(false)}
    >
      <div
        className="face-tile__face"
        role="checkbox"
        aria-checked={selected}
        aria-label={faceName(face)}
        tabIndex={focusable ? 0 : -1}
        data-face={face.id}
        onClick={(event) => handlers.select(face.id, { shift: event.shiftKey })}
        onDoubleClick={command('open')}
        onFocus={() => handlers.focus(face.id)}
      >
        <FadingImage src={face.cropUrl} className="face-tile__image" />
        {face.state === 'INFERRED' && face.confidence !== null && (
          <span className="face-tile__confidence" data-sure={face.confidence >= 0.9}>
            {formatProbability(face.confidence)}
          </span>
        )}
        {named && face.person !== null && (
          <span className="face-tile__name" dir="auto">
            {face.person.displayName}
          </span>
        )}
        <AgeMark age={face.age} />
        <CheckMark state={selected ? 'all' : 'none'} />
      </div>
      {hovered && !selecting && (
        <>
          <button
            className="tile-button tile-button--open"
            aria-label={strings.actions.openPhoto}
            title={strings.actions.openPhoto}
            onClick={command('open')}
          >
            <Maximize2 size={15} strokeWidth={2.2} />
          </button>
          <div className="face-tile__buttons">
            {face.state === 'INFERRED' && (
              <>
                <TileButton name="confirm" label={strings.actions.confirm} onClick={command('confirm')}>
                  <Check size={17} strokeWidth={2.6} />
                </TileButton>
                <TileButton name="reject" label={strings.actions.reject} onClick={command('reject')}>
                  <X size={17} strokeWidth={2.6} />
                </TileButton>
              </>
            )}
            {face.state === 'LABELED' && (
              <TileButton name="unlabel" label={strings.actions.unlabel} onClick={command('unlabel')}>
                <Undo2 size={16} strokeWidth={2.4} />
              </TileButton>
            )}
            {face.state === 'UNKNOWN' && (
              <TileButton name="ignore" label={strings.actions.ignore} onClick={command('ignore')}>
                <EyeOff size={15} strokeWidth={2.2} />
              </TileButton>
            )}
            {face.state === 'IGNORED' && (
              <TileButton name="ignore" label={strings.actions.stopIgnoring} onClick={command('ignore')}>
                <Eye size={15} strokeWidth={2.2} />
              </TileButton>
            )}
            <TileButton name="remove" label={strings.actions.remove} onClick={command('remove')}>
              <Trash2 size={15} strokeWidth={2.2} />
            </TileButton>
            <TileButton name="label" label={strings.actions.label} onClick={command('label')}>
              <Plus size={18} strokeWidth={2.8} />
            </TileButton>
          </div>
        </>
      )}
    </div>
  );
});

interface TileButtonProps {
  name: TileCommand;
  label: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  children: React.ReactNode;
}

function TileButton({ name, label, onClick, children }: TileButtonProps) {
  return (
    <button className={`tile-button tile-button--${name}`} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
