import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PhotoId } from '@kindred/domain';
import sharp from 'sharp';

export const PHOTO_WIDTH = 48;
export const PHOTO_HEIGHT = 32;

/** A small picture; pictures of different seeds have different bytes. */
export function picture(seed = 1): sharp.Sharp {
  const background = { r: (seed * 37) % 256, g: (seed * 91) % 256, b: (seed * 151) % 256 };
  return sharp({ create: { width: PHOTO_WIDTH, height: PHOTO_HEIGHT, channels: 3, background } });
}

export const jpeg = (seed = 1): Promise<Buffer> => picture(seed).jpeg({ quality: 95 }).toBuffer();

/** What a camera writes: 30 April 2024 at a quarter past one in the morning, in Vienna. */
export const CAMERA_EXIF: sharp.Exif = {
  IFD0: { Make: 'Kindred', Model: 'One' },
  IFD2: { DateTimeOriginal: '2024:04:30 01:15:00', OffsetTimeOriginal: '+02:00', LensModel: 'Fifty' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 12/1 2952/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '16/1 22/1 2568/100',
  },
};

/** A HEIC with the same facts as `CAMERA_EXIF`, except that its camera is nameless and it was taken in May. */
export const HEIC_FIXTURE = join(__dirname, '../../fixtures/camera.heic');

/** A TIFF with the facts of `CAMERA_EXIF`, which sharp does not write into this format. */
export const TIFF_FIXTURE = join(__dirname, '../../fixtures/camera.tiff');

export const photoIdOf = (bytes: Uint8Array): PhotoId => createHash('sha256').update(bytes).digest('hex') as PhotoId;
