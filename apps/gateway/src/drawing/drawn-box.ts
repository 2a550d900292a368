import {
  type Box,
  type Face,
  intersectionOverUnion,
  KindredError,
  type Photo,
  SAME_FACE_OVERLAP,
} from '@kindred/domain';

/** Pixels of the photo below which nothing can be told of a face. */
export const SMALLEST_DRAWN_SIDE = 12;
/** Boxes from a screen come with the rounding of a screen: so much beyond the edge still is the edge. */
const EDGE = 1e-6;

/**
 * The box as it is kept when a human may draw a face there.
 * @throws KindredError `ARGUMENT_INVALID` when it is no box, lies outside the photo or is too small; `FACE_EXISTS`,
 * about that face, when another one is there.
 */
export function checkedBox(box: Box, photo: Pick<Photo, 'width' | 'height'>, others: readonly Face[]): Box {
  const { x, y, width, height } = box;
  const isInside = x >= -EDGE && y >= -EDGE && x + width <= 1 + EDGE && y + height <= 1 + EDGE;
  if (![x, y, width, height].every(Number.isFinite) || !isInside) {
    throw new KindredError('ARGUMENT_INVALID', 'The box is not inside the photo.', {
      hint: 'Give x, y, width and height as fractions of the upright photo.',
    });
  }
  // Not `<`, so that what is turned inside out is refused too.
  if (!(width * photo.width >= SMALLEST_DRAWN_SIDE && height * photo.height >= SMALLEST_DRAWN_SIDE)) {
    throw new KindredError('ARGUMENT_INVALID', 'The box is too small for a face.', {
      hint: `Draw it at least ${SMALLEST_DRAWN_SIDE} pixels of the photo wide and high.`,
    });
  }
  const inside = insideOf(box);
  const there = others.find((face) => intersectionOverUnion(face.box, inside) >= SAME_FACE_OVERLAP);
  if (there === undefined) return inside;
  throw new KindredError('FACE_EXISTS', 'There is a face here already.', {
    hint: 'Label that face, or delete it first.',
    about: there.id,
  });
}

function insideOf({ x, y, width, height }: Box): Box {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return { x: left, y: top, width: Math.min(1 - left, width), height: Math.min(1 - top, height) };
}
