import type { Box } from '@kindred/domain';

/** A face that another program marked and named, as it wrote it down. */
export interface NamedRegion {
  readonly name: string;
  /** In fractions of the image as it is stored, before its orientation is applied. */
  readonly box: Box;
  /** Width and height in pixels of the image that the region was drawn on, when the program said so. */
  readonly drawnOn: { readonly width: number; readonly height: number } | null;
}

/** How an image is stored, and how large it is upright. */
export interface StoredImage {
  /** EXIF orientation, 1 to 8. */
  readonly orientation: number;
  readonly width: number;
  readonly height: number;
}

/** Proportions that differ by more are those of another picture. */
const SAME_PROPORTIONS = 0.02;

/**
 * Where a region is in the upright image. Regions are relative to the stored image, but some programs turn them: the
 * size that the region was drawn on tells. Null when that size is of neither: the image was cropped since.
 */
export function uprightBox(
  { box, drawnOn }: Pick<NamedRegion, 'box' | 'drawnOn'>,
  image: StoredImage,
): Box | null {
  if (drawnOn === null) return turned(box, image.orientation);
  const drawn = drawnOn.width / drawnOn.height;
  const upright = image.width / image.height;
  const stored = image.orientation >= 5 ? 1 / upright : upright;
  if (areAlike(drawn, stored)) return turned(box, image.orientation);
  return areAlike(drawn, upright) ? box : null;
}

/** Where a box of the upright image is in the stored one. */
export function storedBox(box: Box, orientation: number): Box {
  // Turning by a quarter is undone by turning the other way; the other orientations undo themselves.
  const back = orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;
  return turned(box, back);
}

const areAlike = (one: number, other: number): boolean => Math.abs(Math.log(one / other)) < SAME_PROPORTIONS;

/** A box of the stored image in the upright one, by the orientations of EXIF. */
function turned({ x, y, width, height }: Box, orientation: number): Box {
  const [right, below] = [1 - x - width, 1 - y - height];
  switch (orientation) {
    case 2:
      return { x: right, y, width, height };
    case 3:
      return { x: right, y: below, width, height };
    case 4:
      return { x, y: below, width, height };
    case 5:
      return { x: y, y: x, width: height, height: width };
    case 6:
      return { x: below, y: x, width: height, height: width };
    case 7:
      return { x: below, y: right, width: height, height: width };
    case 8:
      return { x: y, y: right, width: height, height: width };
    default:
      return { x, y, width, height };
  }
}
