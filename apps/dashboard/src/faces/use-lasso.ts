import { useEffect, useRef, useState, type Dispatch, type RefObject } from 'react';
import {
  type Lasso,
  type LassoEvent,
  lassoReducer,
  NO_LASSO,
  type Point,
  type Rectangle,
  rectangleBetween,
  scrollSpeed,
} from '../selection/lasso';
import { type Selection, type SelectionAction } from '../selection/selection';
import { type FaceLedger } from './face-ledger';
import { lassoFaces } from './lasso-faces';
import { type DrawnBoard } from './use-face-focus';

/** A finger that rests so long begins to sweep. */
const HOLD_MS = 420;
/** What has a press of its own. */
const CONTROLS = 'button, a, input, select, textarea, [role="slider"]';

/**
 * Selects faces by dragging over them: a rectangle with the mouse, from wherever no button is; a sweep with a finger
 * that rested on a face. Near the edges it scrolls. Escape takes back what the drag selected. Answers the rectangle to
 * draw, in pixels from the grid's corner.
 */
export function useLasso(
  grid: RefObject<HTMLDivElement | null>,
  board: RefObject<DrawnBoard>,
  ledger: FaceLedger,
  selection: Selection,
  select: Dispatch<SelectionAction>,
): Rectangle | null {
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const current = useRef(selection);
  useEffect(() => {
    current.current = selection;
  });
  useEffect(() => {
    const area = grid.current?.closest('main');
    if (!area) return;
    const drag = new LassoDrag(grid, board, ledger, () => current.current, select, setRectangle);
    return drag.listen(area);
  }, [grid, board, ledger, select]);
  return rectangle;
}

/** The pointer's side of a lasso: listeners, the timer of a held finger and the frames in which it scrolls. */
class LassoDrag {
  private lasso: Lasso = NO_LASSO;
  private pointer: { id: number; x: number; y: number } | null = null;
  /** The pointer of a lasso that was given up, until it is let go of. */
  private givenUp: number | null = null;
  private before: Selection | null = null;
  private chosen: readonly string[] | null = null;
  private holding: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private frameAt = 0;

  constructor(
    private readonly grid: RefObject<HTMLDivElement | null>,
    private readonly board: RefObject<DrawnBoard>,
    private readonly ledger: FaceLedger,
    private readonly selection: () => Selection,
    private readonly select: Dispatch<SelectionAction>,
    private readonly show: (rectangle: Rectangle | null) => void,
  ) {}

  listen(area: HTMLElement): () => void {
    const stopping = new AbortController();
    const { signal } = stopping;
    area.addEventListener('pointerdown', (event) => this.press(event, area), { signal });
    window.addEventListener('pointermove', (event) => this.move(event), { signal });
    window.addEventListener('pointerup', (event) => this.release(event), { signal });
    window.addEventListener('pointercancel', (event) => this.release(event), { signal });
    window.addEventListener('keydown', (event) => this.key(event), { signal, capture: true });
    // A browser decides at the first touch whether it may be kept from scrolling: it must know of this listener then.
    area.addEventListener('touchmove', (event) => this.drawn && event.preventDefault(), {
      signal,
      passive: false,
    });
    area.addEventListener('contextmenu', (event) => this.lasso.kind !== 'off' && event.preventDefault(), {
      signal,
    });
    area.addEventListener('dragstart', (event) => this.lasso.kind !== 'off' && event.preventDefault(), {
      signal,
    });
    document.addEventListener('selectstart', (event) => this.lasso.kind !== 'off' && event.preventDefault(), {
      signal,
    });
    return () => {
      stopping.abort();
      this.end();
    };
  }

  private get drawn(): boolean {
    return this.lasso.kind === 'drawn';
  }

  private press(event: PointerEvent, area: HTMLElement): void {
    const target = event.target as HTMLElement;
    const touch = event.pointerType === 'touch';
    if (event.button !== 0 || !event.isPrimary || target.closest(CONTROLS)) return;
    if (touch ? !target.closest('[data-face]') : target !== area && !this.grid.current?.contains(target))
      return;
    this.pointer = { id: event.pointerId, x: event.clientX, y: event.clientY };
    this.happen({
      type: 'press',
      way: touch ? 'sweep' : 'draw',
      adds: touch || event.ctrlKey || event.metaKey || event.shiftKey,
      at: this.place(this.pointer),
    });
    if (touch) this.holding = setTimeout(() => this.happen({ type: 'hold' }), HOLD_MS);
  }

  private move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer?.id) return;
    this.pointer = { id: event.pointerId, x: event.clientX, y: event.clientY };
    // While it is drawn, frames follow the pointer.
    if (!this.drawn) this.happen({ type: 'move', at: this.place(this.pointer) });
  }

  private release(event: PointerEvent): void {
    if (event.pointerId === this.givenUp) swallowNextClick();
    this.givenUp = null;
    if (event.pointerId !== this.pointer?.id) return;
    if (this.drawn) {
      if (event.type === 'pointerup') this.follow();
      swallowNextClick();
    }
    this.end();
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.drawn) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.before) this.select({ type: 'restore', selection: this.before });
    this.givenUp = this.pointer?.id ?? null;
    this.end();
  }

  private end(): void {
    clearTimeout(this.holding);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.pointer = null;
    this.before = null;
    this.chosen = null;
    this.happen({ type: 'end' });
    this.show(null);
  }

  private happen(event: LassoEvent): void {
    const drawnBefore = this.drawn;
    this.lasso = lassoReducer(this.lasso, event);
    if (!this.drawn || drawnBefore) return;
    this.before = this.selection();
    this.frameAt = performance.now();
    this.follow();
    this.frame = requestAnimationFrame((now) => this.step(now));
  }

  private step(now: number): void {
    if (!this.drawn || !this.pointer) return;
    const speed = scrollSpeed(this.pointer.y, headerHeight(), window.innerHeight);
    if (speed !== 0) window.scrollBy({ top: speed * Math.min(50, now - this.frameAt), behavior: 'instant' });
    this.frameAt = now;
    this.follow();
    this.frame = requestAnimationFrame((next) => this.step(next));
  }

  /** Selects what is below the lasso as it is now. */
  private follow(): void {
    if (!this.pointer || !this.before) return;
    this.lasso = lassoReducer(this.lasso, { type: 'move', at: this.place(this.pointer) });
    if (this.lasso.kind !== 'drawn') return;
    const { way, from, to, adds } = this.lasso;
    const { loaded, layout, metrics } = this.board.current;
    if (way === 'draw') this.show(rectangleBetween(from, to));
    const ids = lassoFaces(way, from, to, loaded, layout, metrics);
    if (this.chosen !== null && sameFaces(ids, this.chosen)) return;
    this.chosen = ids;
    const faces = ids.flatMap((id) => this.ledger.get(id) ?? []);
    this.select({ type: 'lasso', before: this.before, faces, adds });
  }

  private place({ x, y }: Point): Point {
    const left = this.grid.current?.getBoundingClientRect().left ?? 0;
    return { x: x - left, y: y + this.board.current.viewport.top() };
  }
}

const sameFaces = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one[0] === other[0] && one.at(-1) === other.at(-1);

const headerHeight = (): number =>
  parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--header')) || 0;

/** A drag that ends over a face would else click it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
