import sharp from 'sharp';
import type { Candidate } from '../detect/candidate';
import type { Pyramid } from '../raster/pyramid';
import type { Size } from '../raster/raster';

export const CROP_SIDE = 256;
/** The crop's side for one of the box: enough to see hair and chin. */
const MARGIN = 1.6;
/** Encoding effort and quality: crops are shown small, and encoding must not cost more than finding the face. */
const WEBP = { quality: 80, effort: 0 } as const;

/** The face with a margin, upright, as a square WebP of 256 pixels. */
export async function cropFace(photo: Pyramid, face: Candidate): Promise<Uint8Array> {
  const square = cropSquare(photo.full, face);
  const { raster, scale } = photo.levelFor(square.side / CROP_SIDE);
  const side = Math.max(1, Math.min(Math.round(square.side * scale), raster.width, raster.height));
  const encoded = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .extract({
      left: Math.min(Math.round(square.left * scale), raster.width - side),
      top: Math.min(Math.round(square.top * scale), raster.height - side),
      width: side,
      height: side,
    })
    .resize(CROP_SIDE, CROP_SIDE, { kernel: 'cubic' })
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
