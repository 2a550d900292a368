import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { fitted, panBy, toggleAt, WHOLE, zoomAt, type Frame, type Size, type Zoom } from './zoom';

const KEY_FACTOR = 1.4;
/** Pixels of a wheel for twice the size. */
const WHEEL_DOUBLE = 360;
/** A press that moves less is a click. */
const CLICK_PX = 5;

export interface ZoomHandlers {
  zoom: Zoom;
  /** Larger (1) or smaller (-1), from the middle. */
  step: (direction: 1 | -1) => void;
  whole: () => void;
  toggle: (event: { clientX: number; clientY: number }) => void;
  /** True when the pointers move the photo, so that nothing else should follow them. */
  down: (event: PointerEvent, canPan: boolean) => boolean;
  move: (event: PointerEvent) => boolean;
  up: (event: PointerEvent) => boolean;
}

/** Zoom and pan of a photo in its frame: wheel, two fingers, dragging, keys. */
export function useZoom(
  frameRef: RefObject<HTMLElement | null>,
  photo: Size,
  isShown: boolean,
): ZoomHandlers {
  const [zoom, setZoom] = useState<Zoom>(WHOLE);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const gesture = useRef<'none' | 'pressed' | 'pan' | 'pinch'>('none');

  const frame = useCallback((): Frame => {
    const { width, height } = frameRef.current!.getBoundingClientRect();
    const { paddingLeft, paddingTop } = getComputedStyle(frameRef.current!);
    const room = { width: width - 2 * parseFloat(paddingLeft), height: height - 2 * parseFloat(paddingTop) };
    return {
      frame: { width, height },
      picture: fitted(photo, room),
    };
  }, [frameRef, photo]);
  const fromMiddle = useCallback(
    (x: number, y: number) => {
      const { left, top, width, height } = frameRef.current!.getBoundingClientRect();
      return { x: x - left - width / 2, y: y - top - height / 2 };
    },
    [frameRef],
  );

  useEffect(() => {
    const element = frameRef.current;
    if (!element || !isShown) return;
    // React listens to wheels passively, where the page's own zoom cannot be kept from following.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
      // A pinch on a touchpad comes as small turns of the wheel with Ctrl.
      const factor = 2 ** ((-event.deltaY * lines * (event.ctrlKey ? 4 : 1)) / WHEEL_DOUBLE);
      const at = fromMiddle(event.clientX, event.clientY);
      setZoom((current) => zoomAt(current, factor, at, frame()));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frameRef, frame, fromMiddle, isShown]);

  useEffect(() => {
    const onResize = () => frameRef.current && setZoom((current) => panBy(current, 0, 0, frame()));
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [frameRef, frame]);

  return useMemo(
    () => ({
      zoom,
      step: (direction) =>
        setZoom((current) =>
          zoomAt(current, direction === 1 ? KEY_FACTOR : 1 / KEY_FACTOR, { x: 0, y: 0 }, frame()),
        ),
      whole: () => setZoom(WHOLE),
      toggle: ({ clientX, clientY }) =>
        setZoom((current) => toggleAt(current, fromMiddle(clientX, clientY), frame())),
      down: (event, canPan) => {
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (pointers.current.size === 2) gesture.current = 'pinch';
        else gesture.current = canPan && zoom.scale > 1 ? 'pressed' : 'none';
        return gesture.current === 'pinch';
      },
      move: (event) => {
        const before = pointers.current.get(event.pointerId);
        if (!before) return false;
        const now = { x: event.clientX, y: event.clientY };
        const by = { x: now.x - before.x, y: now.y - before.y };
        if (gesture.current === 'pinch') {
          const [one, other] = [...pointers.current.values()];
          pointers.current.set(event.pointerId, now);
          const [first, second] = [...pointers.current.values()];
          const apart = (a: typeof now, b: typeof now) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
          const factor = apart(first!, second!) / apart(one!, other!);
          const middle = fromMiddle((first!.x + second!.x) / 2, (first!.y + second!.y) / 2);
          // Both fingers carry the photo: each of them by half of what it moves.
          setZoom((current) => panBy(zoomAt(current, factor, middle, frame()), by.x / 2, by.y / 2, frame()));
          return true;
        }
        if (gesture.current === 'pressed') {
          if (Math.hypot(by.x, by.y) < CLICK_PX) return false;
          gesture.current = 'pan';
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        if (gesture.current !== 'pan') return false;
        pointers.current.set(event.pointerId, now);
        setZoom((current) => panBy(current, by.x, by.y, frame()));
        return true;
      },
      up: (event) => {
        const moved = gesture.current === 'pan' || gesture.current === 'pinch';
        pointers.current.delete(event.pointerId);
        // The finger that stays after a pinch does nothing until it is lifted too.
        if (pointers.current.size === 0) gesture.current = 'none';
        return moved;
      },
    }),
    [zoom, frame, fromMiddle],
  );
}
