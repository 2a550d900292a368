import { Check, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { strings } from '../strings/en';
import { GRIPS, nudge, stepBack, type Box, type Drawing } from './drawing';
import { boxStyle } from './face-boxes';
import './drawing.css';

interface DrawingLayerProps {
  drawing: Drawing;
  change: (next: (drawing: Drawing) => Drawing) => void;
  smallest: Pick<Box, 'width' | 'height'>;
  finish: () => void;
}

const ARROWS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;

/** The box that is being drawn, over the photo; has the keyboard while it is there. */
export function DrawingLayer({ drawing, change, smallest, finish }: DrawingLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const { kind } = drawing;
  useEffect(() => {
    if (kind === 'ready' || kind === 'placed') layer.current?.focus({ preventScroll: true });
  }, [kind]);
  const onKey = (event: KeyboardEvent) => {
    const by = ARROWS[event.key as keyof typeof ARROWS];
    if (by) change((current) => nudge(current, by, event.shiftKey ? 'se' : 'move', smallest));
    else if (event.key === 'Enter' && kind === 'placed') finish();
    else if (event.key === 'Enter') change((current) => nudge(current, { x: 0, y: 0 }, 'move', smallest));
    else if (event.key === 'Escape') change(stepBack);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={layer}
      className="drawing"
      data-kind={kind}
      role="application"
      aria-label={strings.drawing.area}
      aria-description={strings.drawing.keys}
      tabIndex={0}
      onKeyDown={onKey}
    >
      {'box' in drawing && (
        <div className="drawing__box" data-grip="move" style={boxStyle(drawing.box)}>
          {(kind === 'placed' || kind === 'adjusting') &&
            GRIPS.map((grip) => <span key={grip} className="drawing__grip" data-grip={grip} />)}
        </div>
      )}
    </div>
  );
}

interface DrawingBarProps {
  drawing: Drawing;
  finish: () => void;
  addUnnamed: () => void;
  cancel: () => void;
}

/** What can be done with the box, where a thumb reaches it. */
export function DrawingBar({ drawing, finish, addUnnamed, cancel }: DrawingBarProps) {
  const isPlaced = drawing.kind === 'placed' || drawing.kind === 'adjusting';
  return (
    <div className="drawing-bar" role="toolbar" aria-label={strings.drawing.start}>
      {!isPlaced && (
        <p role="status">{drawing.kind === 'saving' ? strings.drawing.saving : strings.drawing.hint}</p>
      )}
      {isPlaced && drawing.faceId === null && (
        <>
          <button className="drawing-bar__button drawing-bar__button--main" onClick={finish}>
            {strings.drawing.who}
          </button>
          <button className="drawing-bar__button" onClick={addUnnamed}>
            {strings.drawing.unnamed}
          </button>
        </>
      )}
      {isPlaced && drawing.faceId !== null && (
        <button className="drawing-bar__button drawing-bar__button--main" onClick={finish}>
          <Check size={18} aria-hidden />
          {strings.drawing.move}
        </button>
      )}
      {drawing.kind !== 'saving' && (
        <button
          className="drawing-bar__close"
          aria-label={strings.actions.cancel}
          title={strings.actions.cancel}
          onClick={cancel}
        >
          <X size={19} />
        </button>
      )}
    </div>
  );
}
