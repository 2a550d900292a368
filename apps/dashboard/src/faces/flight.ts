/**
 * A board that goes further than this from frame to frame, in pixels, flies: at sixty frames a second that is more than
 * a dozen screens, and where frames take longer, drawing faces is what they take longer for.
 */
const FAR = 250;
/** A jump is one far move; somebody flies who goes on. */
const FAR_MOVES = 3;
/** Moves further apart than this, in milliseconds, do not belong together. */
export const PAUSE_MS = 120;

/** Tells from how a board is moved whether it flies past, so that no faces need to be drawn. */
export class Flight {
  private last: { place: number; time: number } | null = null;
  private farMoves = 0;

  /** The board was moved to a place, in pixels, at a time, in milliseconds. Answers whether it flies. */
  moved(place: number, time: number): boolean {
    const { last } = this;
    if (place === last?.place) return this.farMoves >= FAR_MOVES;
    const isFar = last !== null && time - last.time <= PAUSE_MS && Math.abs(place - last.place) > FAR;
    this.farMoves = isFar ? this.farMoves + 1 : 0;
    this.last = { place, time };
    return this.farMoves >= FAR_MOVES;
  }

  /** The board lies still. */
  end(): void {
    this.last = null;
    this.farMoves = 0;
  }
}
