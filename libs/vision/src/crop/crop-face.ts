import sharp from 'sharp';
import type { Candidate } from '../detect/candidate';
import type { Pyramid } from '../raster/pyramid';
import { createRaster, type Size } from '../raster/raster';
import { windowMap } from '../raster/sample';
import { samplePhoto } from '../raster/sample-photo';

export const CROP_SIDE = 256;
/** The crop's side for one of the box: enough to see hair and chin. */
const MARGIN = 1.6;
/** Encoding effort and quality: crops are shown small, and encoding must not cost more than finding the face. */
const WEBP = { quality: 80, effort: 0 } as const;

/** The face with a margin, upright, as a square WebP of 256 pixels. */
export async function cropFace(photo: Pyramid, face: Candidate): Promise<Uint8Array> {
  const { left, top, side } = cropSquare(photo.size, face);
  const crop = createRaster(CROP_SIDE, CROP_SIDE);
  samplePhoto(photo, windowMap(left, top, side / CROP_SIDE), crop);
  const encoded = await sharp(crop.data, { raw: { width: CROP_SIDE, height: CROP_SIDE, channels: 3 } })
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
