import { useEffect, useLayoutEffect, useRef } from 'react';
import { type GridMetrics, type GroupLayout } from './group-layout';
import { type AnchoredGroup, findAnchor, type ScrollAnchor, scrollTopFor } from './scroll-anchor';
import { type Viewport } from './use-viewport';

/** Keeps what the user looks at in its place when the grid changes above it. */
export function useScrollAnchor(
  { top }: Viewport,
  groups: readonly AnchoredGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
): void {
  const anchor = useRef<ScrollAnchor | null>(null);
  const latest = useRef({ groups, layout, metrics });
  const stickyTop = useRef(0);

  useLayoutEffect(() => {
    latest.current = { groups, layout, metrics };
    const scrolled = stickyTop.current + top();
    if (anchor.current && scrolled > 0) {
      const wanted = scrollTopFor(anchor.current, groups, layout, metrics);
      if (wanted !== null && Math.abs(wanted - scrolled) >= 1) window.scrollBy(0, wanted - scrolled);
    }
    remember();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [groups, layout, metrics]);

  const remember = () => {
    const { groups, layout, metrics } = latest.current;
    const scrolled = stickyTop.current + top();
    anchor.current = scrolled > 0 ? findAnchor(groups, layout, metrics, scrolled) : null;
  };

  useEffect(() => {
    // What is behind the sticky headers is not seen.
    stickyTop.current =
      parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--header')) || 0;
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
