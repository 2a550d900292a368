import { useEffect, useRef } from 'react';

/**
 * Calls back whenever the element that is given the answer comes near the screen, and again if it is still near after
 * `length` changed: what was read did not fill the screen.
 */
export function useNearEnd(length: number, onNear: () => void) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '900px',
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [length]);
  return element;
}
