import { useEffect, useRef } from 'react';
import { type Viewport } from './use-viewport';

const QUIET_MS = 150;

interface Remembered {
  facesTop?: number;
}

/**
 * Keeps where somebody was in the entry of the browser's history, so that Back finds it again, as does a reload. A page
 * that was not left begins at its top. `onNearEnd` is called while the place is further down than what is known yet.
 */
export function useScrollMemory(
  viewport: Viewport,
  height: number,
  complete: boolean,
  onNearEnd: (() => void) | undefined,
): void {
  const { top, scrollTo } = viewport;
  const wanted = useRef<number | null>(null);
  const begun = useRef(false);

  useEffect(() => {
    const before = history.scrollRestoration;
    history.scrollRestoration = 'manual';
    wanted.current = (history.state as Remembered | null)?.facesTop ?? null;
    if (wanted.current === null) window.scrollTo({ top: 0, behavior: 'instant' });
    begun.current = true;
    return () => {
      history.scrollRestoration = before;
    };
  }, []);

  useEffect(() => {
    if (wanted.current === null || height === 0) return;
    if (height > wanted.current || complete) {
      scrollTo(wanted.current);
      wanted.current = null;
    } else onNearEnd?.();
  }, [height, complete, scrollTo, onNearEnd]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (wanted.current !== null) return;
        const state = (history.state ?? {}) as Remembered;
        history.replaceState({ ...state, facesTop: Math.round(top()) }, '');
      }, QUIET_MS);
    };
    const giveUp = () => {
      wanted.current = null;
    };
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('wheel', giveUp, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', note);
      window.removeEventListener('wheel', giveUp);
    };
  }, [top]);
}
