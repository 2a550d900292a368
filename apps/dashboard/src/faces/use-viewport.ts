import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Drawn beyond the edges, so that scrolling finds faces already there. */
const OVERSCAN = 700;
/** Scrolling less than this draws nothing anew. */
const STEP = 160;

export interface Viewport {
  from: number;
  to: number;
}

/** The stretch of an element that is on the screen or near it, in pixels from the element's top. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ from: 0, to: 1600 });
  const measure = useCallback(() => {
    if (!element.current) return;
    const top = -element.current.getBoundingClientRect().top;
    const from = Math.floor((top - OVERSCAN) / STEP) * STEP;
    const to = Math.ceil((top + window.innerHeight + OVERSCAN) / STEP) * STEP;
    setViewport((current) => (current.from === from && current.to === to ? current : { from, to }));
  }, [element]);
  useEffect(() => {
    measure();
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [measure]);
  return viewport;
}
