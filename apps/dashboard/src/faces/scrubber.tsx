import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { strings } from '../strings/en';
import { type LoadedGroup } from './grid-group';
import { type GridMetrics, type GroupLayout } from './group-layout';
import { bucketLabel, markAt, scrubberMarks, shortLabel, ticks } from './scrubber-marks';
import { type Viewport } from './use-viewport';
import './scrubber.css';

/** Shorter boards are scrolled through in a moment. */
const SCREENS = 4;
const TICK_SPACING = 26;
/** How long it stays after scrolling, where there is no room for it. */
const LINGER_MS = 1400;

interface ScrubberProps {
  groups: readonly LoadedGroup[];
  layout: GroupLayout;
  metrics: GridMetrics;
  viewport: Viewport;
  /** Called when somebody takes hold of it: what is not known yet of the board should be read. */
  onGrab: (() => void) | undefined;
}

/** The whole height of a long board at the edge of the window: drag to be anywhere at once. */
export function Scrubber({ groups, layout, metrics, viewport, onGrab }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const [grabbed, setGrabbed] = useState(false);
  const [lingers, setLingers] = useState(false);
  const [screen, setScreen] = useState({ height: window.innerHeight, track: 600 });
  const { top, scrollTo } = viewport;
  const last = Math.max(1, layout.height - screen.height);
  const marks = useMemo(
    () => scrubberMarks(groups, layout, metrics, (key) => bucketLabel(key, strings.board)),
    [groups, layout, metrics],
  );
  const labels = useMemo(
    () => ticks(marks, layout.height, screen.track, TICK_SPACING, shortLabel),
    [marks, layout.height, screen.track],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      setPlace(top());
      setLingers(true);
      clearTimeout(timer);
      timer = setTimeout(() => setLingers(false), LINGER_MS);
    };
    const measure = () =>
      setScreen({ height: window.innerHeight, track: track.current?.clientHeight ?? 600 });
    measure();
    setPlace(top());
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', measure);
    };
  }, [top]);

  const jump = useCallback(
    (event: PointerEvent) => {
      const box = track.current!.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
      scrollTo(share * last);
      setPlace(share * last);
    },
    [scrollTo, last],
  );
  if (layout.height < screen.height * SCREENS) return null;

  const share = Math.min(1, Math.max(0, place / last));
  const current = markAt(marks, place + screen.height / 3) ?? marks[0] ?? null;
  const onKey = (event: KeyboardEvent) => {
    const at = current === null ? -1 : marks.indexOf(current);
    const next = { ArrowDown: marks[at + 1], ArrowUp: marks[at - 1], Home: marks[0], End: marks.at(-1) }[
      event.key
    ];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    scrollTo(next.top);
  };
  return (
    <div
      className="scrubber"
      data-grabbed={grabbed}
      data-lingers={lingers}
      role="slider"
      tabIndex={0}
      aria-label={strings.board.scrubber}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={current?.label}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setGrabbed(true);
        onGrab?.();
        jump(event);
      }}
      onPointerMove={(event) => grabbed && jump(event)}
      onPointerUp={() => setGrabbed(false)}
      onPointerCancel={() => setGrabbed(false)}
    >
      <div className="scrubber__track" ref={track}>
        {labels.map(({ at, text }) => (
          <span key={`${at} ${text}`} className="scrubber__tick" style={{ top: `${at * 100}%` }} aria-hidden>
            {text}
          </span>
        ))}
        <div className="scrubber__thumb" style={{ top: `${share * 100}%` }}>
          {current && (
            <span className="scrubber__label" dir="auto">
              {current.label}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
