import { scaleBetween, type Size } from '../raster/raster';

/** One size at which a photo is searched, and the windows that cover it. */
export interface SearchLevel extends Size {
  /** Pixels of this level for one pixel of the photo. */
  readonly scale: number;
  /** Left edges and top edges of the windows; they overlap by at least the plan's overlap. */
  readonly lefts: readonly number[];
  readonly tops: readonly number[];
}

export interface SearchLimits {
  readonly window: Size;
  /** Pixels, in a window, of the smallest face that the detector finds reliably. */
  readonly smallestFace: number;
  /** Pixels, in the photo, of the smallest face that is wanted. */
  readonly minimumFace: number;
}

/** Each level is half the one before, so a face at the edge of what one level shows whole is easy in the next. */
const STEP = 0.5;
/** The whole photo in one window takes the place of levels that are hardly larger; of the finest only when it is as fine. */
const WORTH_A_LEVEL = 1.25;
const WORTH_THE_FINEST = 1.05;

/**
 * The levels at which a photo is searched, finest first: from the scale at which the smallest wanted face is as
 * large as the detector needs it, down to the whole photo in one window. A face of up to `overlap` pixels lies
 * whole in some window of its level, and in the next coarser level it still has the size that the detector needs.
 */
export function planSearch(photo: Size, limits: SearchLimits): SearchLevel[] {
  const { window, smallestFace } = limits;
  const whole = Math.min(window.width / photo.width, window.height / photo.height);
  const overlap = Math.ceil(smallestFace * 2.5);
  const finest = finestScale(limits);
  const scales = finest > whole * WORTH_THE_FINEST ? [finest] : [];
  for (let scale = finest * STEP; scale > whole * WORTH_A_LEVEL; scale *= STEP) scales.push(scale);
  return [...scales, whole].map((scale) => level(photo, scale, window, overlap));
}

/** The scale at which the smallest wanted face is as large as the detector needs it. */
export function finestScale({
  smallestFace,
  minimumFace,
}: Pick<SearchLimits, 'smallestFace' | 'minimumFace'>): number {
  return Math.min(1, smallestFace / minimumFace);
}

function level(photo: Size, scale: number, window: Size, overlap: number): SearchLevel {
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  return {
    width,
    height,
    scale: scaleBetween(photo, { width, height }),
    lefts: cover(width, window.width, overlap),
    tops: cover(height, window.height, overlap),
  };
}

/** Evenly spread starts of spans of `span` that cover [0, length) and overlap by `overlap` or more. */
export function cover(length: number, span: number, overlap: number): number[] {
  if (length <= span) return [0];
  const count = Math.ceil((length - overlap) / (span - overlap));
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - span)) / (count - 1)));
}
