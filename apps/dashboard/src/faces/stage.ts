/** Browsers draw no element that is taller than some 17 million pixels, and lose precision long before. */
export const TALLEST_STAGE = 6_000_000;
/** So near to an end of the stage the stage moves on. */
const MARGIN = 1_000_000;

/** The stretch of a very tall grid that is really there to be scrolled, in pixels from the grid's top. */
export interface Stage {
  origin: number;
  height: number;
}

/** The stage of a grid of a height for somebody who looks at a place; it stays where it is as long as it can. */
export function stageFor(total: number, lookingAt: number, origin: number): Stage {
  const height = Math.min(total, TALLEST_STAGE);
  const last = total - height;
  const current = Math.min(origin, last);
  const isNearStart = current > 0 && lookingAt < current + MARGIN;
  const isNearEnd = current < last && lookingAt > current + height - MARGIN;
  if (!isNearStart && !isNearEnd) return { origin: current, height };
  return { origin: Math.round(Math.min(last, Math.max(0, lookingAt - height / 2))), height };
}
