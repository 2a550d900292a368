import { KindredError } from '@kindred/domain';

/** The ways in which a file is not a photo that Kindred can show, in words for people. */

export function notAnImage(name: string): KindredError {
  return new KindredError('FILE_NOT_AN_IMAGE', `${name} is not an image, whatever its name says.`, {
    hint: 'Remove it, or replace it with a JPEG, PNG, WebP, AVIF, TIFF, GIF or HEIC file.',
  });
}

export function unsupportedImage(name: string, format: string, cause?: unknown): KindredError {
  return new KindredError('IMAGE_UNSUPPORTED', `${name} is a ${format} image, which Kindred does not read.`, {
    cause,
    hint: 'Convert it to JPEG, PNG, WebP, AVIF, TIFF, GIF or HEIC.',
  });
}

export function corruptImage(name: string, cause: unknown): KindredError {
  const detail = cause instanceof Error ? firstLine(cause.message) : String(cause);
  return new KindredError('IMAGE_CORRUPT', `${name} is damaged or cut short (${detail}).`, {
    cause,
    hint: 'Copy the photo again from where it came from.',
  });
}

export function tooLargeImage(
  name: string,
  width: number,
  height: number,
  maximumPixels: number,
): KindredError {
  const megapixels = (pixels: number) => `${Math.round(pixels / 1e6).toLocaleString('en')} megapixels`;
  return new KindredError(
    'IMAGE_TOO_LARGE',
    `${name} is ${width} x ${height}, ${megapixels(width * height)}; the limit is ${megapixels(maximumPixels)}.`,
    { hint: 'Shrink the image, or raise the limit in the configuration.' },
  );
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.trim().replace(/:$/, '');
}
