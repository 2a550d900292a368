import type { Raster } from './raster';
import { resize } from './resize';

/** Levels are half as large as one another; each serves the sizes nearest to its own. */
const ENOUGH_DETAIL = Math.SQRT1_2;

/**
 * One photo at several sizes, each made once, from the next larger one. Work that needs few pixels reads a small
 * level instead of skipping over most of the full one.
 */
export class Pyramid {
  /** Largest first; the first is the photo itself. */
  private readonly levels: Raster[];

  constructor(readonly full: Raster) {
    this.levels = [full];
  }

  /** The photo at `width` x `height`. */
  async at(width: number, height: number): Promise<Raster> {
    const index = this.levels.findIndex((level) => level.width <= width);
    const found = this.levels[index];
    if (found && found.width === width && found.height === height) return found;
    const place = index === -1 ? this.levels.length : index;
    const level = await resize(this.levels[Math.max(0, place - 1)]!, width, height);
    this.levels.splice(place, 0, level);
    return level;
  }

  /**
   * The smallest level that still has about a pixel for every output pixel, when one output pixel covers
   * `pixelsAcross` pixels of the full photo.
   */
  levelFor(pixelsAcross: number): { raster: Raster; scale: number } {
    for (let i = this.levels.length - 1; i > 0; i--) {
      const raster = this.levels[i]!;
      const scale = raster.width / this.full.width;
      if (scale * pixelsAcross >= ENOUGH_DETAIL) return { raster, scale };
    }
    return { raster: this.full, scale: 1 };
  }
}
