import sharp from 'sharp';
import type { Candidate } from '../detect/candidate';
import type { Pyramid } from '../raster/pyramid';
import { createRaster, type Size } from '../raster/raster';
import { windowMap } from '../raster/sample';
import { samplePhoto } from '../raster/sample-photo';

/** Pixels of a crop's side, at most. */
export const CROP_SIDE = 256;
/** The crop's side for one of the box: enough to see hair and chin. */
const MARGIN = 1.6;
/** Encoding effort and quality: crops are shown small, and encoding must not cost more than finding the face. */
const WEBP = { quality: 80, effort: 0 } as const;

/**
 * The face with a margin, upright, as a square WebP. It has no more pixels than the photo, as it is loaded, shows of
 * the face: enlarging is left to whoever shows it.
 */
export async function cropFace(photo: Pyramid, face: Candidate): Promise<Uint8Array> {
  const { left, top, side } = cropSquare(photo.size, face);
  const pixels = Math.min(CROP_SIDE, Math.ceil(side * photo.detail));
  const crop = createRaster(pixels, pixels);
  samplePhoto(photo, windowMap(left, top, side / pixels), crop);
  const encoded = await sharp(crop.data, { raw: { width: pixels, height: pixels, channels: 3 } })
    .webp(WEBP)
    .toBuffer();
  return new Uint8Array(encoded);
}

/** A square around the box, moved and if need be shrunk so that it lies inside the photo. */
export function cropSquare(photo: Size, face: Candidate): { left: number; top: number; side: number } {
  const wanted = Math.max(face.right - face.left, face.bottom - face.top) * MARGIN;
  const side = Math.min(wanted, photo.width, photo.height);
  const inside = (centre: number, length: number) => Math.min(Math.max(0, centre - side / 2), length - side);
  return {
    left: inside((face.left + face.right) / 2, photo.width),
    top: inside((face.top + face.bottom) / 2, photo.height),
    side,
  };
}
