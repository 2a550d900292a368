import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { type PhotoByIdQuery } from '../graphql/generated/graphql';
import { drag, press, READY, release, type Drawing, type Grip, type Point } from './drawing';
import { DrawingLayer } from './drawing-layer';
import { type BoxedFace, FaceBoxes, type Label } from './face-boxes';
import { type ZoomHandlers } from './use-zoom';

export type Photo = NonNullable<PhotoByIdQuery['photo']>;

/** Pixels of a photo below which the gateway takes nothing for a face. */
const SMALLEST_PX = 12;
/** Larger than this the preview gets blurred, and the original is shown when browsers can. */
const NEEDS_ORIGINAL = 1.6;
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

interface PictureProps {
  photo: Photo;
  faces: readonly BoxedFace[];
  highlighted: string | null;
  label: Label;
  frame: React.RefObject<HTMLDivElement | null>;
  zoom: ZoomHandlers;
  drawing: Drawing;
  change: (next: (drawing: Drawing) => Drawing) => void;
  /** The box is where it should be. */
  finish: () => void;
}

/** The photo with its faces: zoomed, dragged and, while somebody draws, drawn on. */
export function Picture({
  photo,
  faces,
  highlighted,
  label,
  frame,
  zoom,
  drawing,
  change,
  finish,
}: PictureProps) {
  const [loaded, setLoaded] = useState(false);
  const [sharp, setSharp] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);
  const smallest = useMemo(
    () => ({ width: SMALLEST_PX / photo.width, height: SMALLEST_PX / photo.height }),
    [photo.width, photo.height],
  );
  const { scale, x, y } = zoom.zoom;
  const draws = drawing.kind !== 'off';
  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = picture.current!.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };

  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    dragged.current = false;
    const pinches = zoom.down(event, !draws);
    if (pinches) change((current) => (current.kind === 'pulling' ? READY : release(current, smallest)));
    if (!draws || pinches) return;
    const target = event.target as HTMLElement;
    const grip = (target.closest('[data-grip]') as HTMLElement | null)?.dataset['grip'] as Grip | undefined;
    const drawnId = (target.closest('[data-drawn]') as HTMLElement | null)?.dataset['drawn'];
    const drawn = faces.find(({ id }) => id === drawnId) ?? null;
    const at = pointOf(event);
    change((current) => press(current, at, grip ?? null, drawn));
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    if (zoom.move(event)) dragged.current = true;
    else if (draws && event.buttons !== 0) {
      const to = pointOf(event);
      change((current) => drag(current, to, smallest));
    }
  };
  const onUp = (event: PointerEvent<HTMLDivElement>) => {
    if (zoom.up(event)) return;
    if (draws) change((current) => release(current, smallest));
  };

  return (
    <div
      ref={frame}
      className="photo-view__space"
      data-zoomed={scale > 1}
      data-draws={draws}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onClickCapture={(event) => {
        // The click at the end of a drag is none.
        if (dragged.current || draws) event.stopPropagation();
      }}
      onDoubleClick={(event) => {
        if (!draws && !(event.target as HTMLElement).closest('.face-box')) zoom.toggle(event);
      }}
    >
      <div
        ref={picture}
        className="photo-view__picture"
        style={{
          width: `calc(min(100cqw, 100cqh * ${photo.width / photo.height}) * ${scale})`,
          aspectRatio: `${photo.width} / ${photo.height}`,
          translate: `${x}px ${y}px`,
          // The grid has small pictures at most: the thumbnail shows what comes until the preview is there.
          backgroundImage: `url(${JSON.stringify(photo.thumbnailUrl)})`,
        }}
      >
        <img
          src={photo.previewUrl}
          alt=""
          draggable={false}
          data-loaded={loaded}
          onLoad={() => setLoaded(true)}
        />
        {scale > NEEDS_ORIGINAL && SHOWN.has(photo.mediaType) && (
          <img
            className="photo-view__original"
            src={photo.originalUrl}
            alt=""
            draggable={false}
            data-loaded={sharp}
            onLoad={() => setSharp(true)}
          />
        )}
        <FaceBoxes
          // The one that is held is shown by the drawing.
          faces={faces.filter(({ id }) => !('faceId' in drawing) || drawing.faceId !== id)}
          highlighted={highlighted}
          label={label}
        />
        {draws && <DrawingLayer drawing={drawing} change={change} smallest={smallest} finish={finish} />}
      </div>
    </div>
  );
}
