import { scaleBetween, type Raster, type Size } from './raster';
import { resize } from './resize';

/** Levels are half as large as one another; each serves the sizes nearest to its own. */
const ENOUGH_DETAIL = Math.SQRT1_2;

/** A photo at one size. */
export interface PyramidLevel {
  readonly raster: Raster;
  /** Pixels of this level for one pixel of the photo. */
  readonly scale: number;
}

/**
 * One photo at several sizes, each made once, from the next larger one. Work that needs few pixels reads a small
 * level instead of skipping over most of a large one. The photo itself need not be among the levels.
 */
export class Pyramid {
  /** Largest first, never empty. */
  private readonly levels: PyramidLevel[] = [];

  /**
   * @param size of the photo, which everything outside of the pyramid counts in.
   * @param loadWhole when `loaded` is not the whole photo: how to get at it.
   */
  constructor(
    readonly size: Size,
    loaded: Raster,
    private loadWhole: (() => Promise<Raster>) | null = null,
  ) {
    this.add(loaded);
  }

  /** Pixels of the largest level for one pixel of the photo. */
  get detail(): number {
    return this.levels[0].scale;
  }

  /** Makes sure that the photo is there in all its detail. */
  async whole(): Promise<void> {
    if (!this.loadWhole) return;
    const load = this.loadWhole;
    this.loadWhole = null;
    this.add(await load());
  }

  /** The photo at `width` x `height`. */
  async at(width: number, height: number): Promise<Raster> {
    const found = this.levels.find(({ raster }) => raster.width === width && raster.height === height);
    if (found) return found.raster;
    const larger = this.levels.filter(({ raster }) => raster.width >= width).at(-1) ?? this.levels[0];
    return this.add(await resize(larger.raster, width, height)).raster;
  }

  /** The smallest level with enough detail for output pixels that cover `pixelsAcross` of the photo's, or the largest. */
  levelFor(pixelsAcross: number): PyramidLevel {
    return this.levels.filter(({ scale }) => scale * pixelsAcross >= ENOUGH_DETAIL).at(-1) ?? this.levels[0];
  }

  /** Whether some level has enough detail for output pixels that cover `pixelsAcross` of the photo's. */
  suffices(pixelsAcross: number): boolean {
    return this.detail * pixelsAcross >= ENOUGH_DETAIL;
  }

  private add(raster: Raster): PyramidLevel {
    const level = { raster, scale: scaleBetween(this.size, raster) };
    this.levels.push(level);
    this.levels.sort((a, b) => b.raster.width - a.raster.width);
    return level;
  }
}
