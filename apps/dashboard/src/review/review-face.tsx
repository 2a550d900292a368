import { useState, type PointerEvent } from 'react';
import { FadingImage } from '../design/fading-image';
import { type Face } from '../faces/face-criteria';
import { strings } from '../strings/en';
import { type Verdict } from './review-session';
import { swipeVerdict } from './swipe';

interface ReviewFaceProps {
  face: Face;
  decide: (verdict: Verdict) => void;
}

interface Drag {
  fromX: number;
  fromY: number;
  x: number;
  y: number;
}

/** The face that is asked about; a finger swipes it to an answer. */
export function ReviewFace({ face, decide }: ReviewFaceProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const verdict = drag && swipeVerdict(drag.x, drag.y);
  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ fromX: event.clientX, fromY: event.clientY, x: 0, y: 0 });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag) setDrag({ ...drag, x: event.clientX - drag.fromX, y: event.clientY - drag.fromY });
  };
  const end = () => {
    setDrag(null);
    if (verdict) decide({ kind: verdict });
  };
  return (
    <div
      className="review-face"
      data-face={face.id}
      data-verdict={verdict}
      data-dragged={drag !== null}
      style={
        drag ? { translate: `${drag.x}px ${Math.max(0, drag.y)}px`, rotate: `${drag.x / 28}deg` } : undefined
      }
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      <FadingImage src={face.cropUrl} alt={strings.review.faceAlt} />
      {verdict && <span className="review-face__verdict">{strings.review[verdict]}</span>}
    </div>
  );
}
