import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Flight, PAUSE_MS } from './flight';
import { type Stage, stageFor } from './stage';

/** Drawn beyond the edges, so that scrolling finds faces already there. */
const OVERSCAN = 700;
/** Scrolling less than this draws nothing anew. */
const STEP = 160;

/** A tall grid as it is scrolled; all places are in pixels from the top of the whole grid. */
export interface Viewport {
  /** The stretch that is on the screen or near it. */
  from: number;
  to: number;
  stage: Stage;
  /** It goes past faster than anybody could see a face. */
  flying: boolean;
  /** The place at the top of the window, right now. */
  top: () => number;
  /** Scrolls so that a place is at the top of the window. */
  scrollTo: (top: number) => void;
}

/** Follows the window as it scrolls over a grid of a height, of which only a stage is really there. */
export function useViewport(element: RefObject<HTMLElement | null>, height: number): Viewport {
  const [seen, setSeen] = useState({ from: 0, to: 1600, origin: 0, flying: false });
  const flight = useRef(new Flight());
  const landing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const origin = useRef(0);
  const total = useRef(height);
  const jump = useRef<number | null>(null);

  const top = useCallback(
    () => origin.current - (element.current?.getBoundingClientRect().top ?? 0),
    [element],
  );
  const measure = useCallback(() => {
    if (!element.current) return;
    const at = jump.current ?? top();
    const from = Math.floor((at - OVERSCAN) / STEP) * STEP;
    const to = Math.ceil((at + window.innerHeight + OVERSCAN) / STEP) * STEP;
    const stage = stageFor(total.current, at, origin.current);
    const flying = flight.current.moved(at, performance.now());
    setSeen((current) =>
      current.from === from &&
      current.to === to &&
      current.origin === stage.origin &&
      current.flying === flying
        ? current
        : { from, to, origin: stage.origin, flying },
    );
    clearTimeout(landing.current);
    if (!flying) return;
    landing.current = setTimeout(() => {
      flight.current.end();
      setSeen((current) => ({ ...current, flying: false }));
    }, PAUSE_MS);
  }, [element, top]);
  const scrollTo = useCallback(
    (place: number) => {
      jump.current = place;
      const { origin: next } = stageFor(total.current, place, origin.current);
      if (next === origin.current) finishJump(jump, top);
      measure();
    },
    [measure, top],
  );

  const stage = useMemo(
    () => ({
      origin: Math.min(seen.origin, Math.max(0, height - stageFor(height, 0, 0).height)),
      height: stageFor(height, 0, 0).height,
    }),
    [seen.origin, height],
  );
  // The stage moves below what is seen, in the same frame.
  useLayoutEffect(() => {
    const moved = stage.origin - origin.current;
    origin.current = stage.origin;
    total.current = height;
    if (jump.current !== null) finishJump(jump, top);
    else if (moved !== 0) window.scrollBy({ top: -moved, behavior: 'instant' });
  }, [stage, height, top]);

  useEffect(() => {
    measure();
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
      clearTimeout(landing.current);
    };
  }, [measure]);
  return useMemo(
    () => ({ from: seen.from, to: seen.to, stage, flying: seen.flying, top, scrollTo }),
    [seen.from, seen.to, stage, seen.flying, top, scrollTo],
  );
}

function finishJump(jump: RefObject<number | null>, top: () => number): void {
  if (jump.current === null) return;
  window.scrollBy({ top: jump.current - top(), behavior: 'instant' });
  jump.current = null;
}
