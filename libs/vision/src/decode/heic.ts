// Projects that import this library compile its sources without its other files.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./heic-decode.d.ts" />
import decodeHeic from 'heic-decode';

/** Pixels as a decoder hands them over, red green blue alpha. */
export interface DecodedPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Decodes HEIC, which libvips cannot, with a WebAssembly build of libheif. It takes one to two seconds for twelve
 * megapixels and blocks its thread meanwhile. The result is upright: HEIC keeps its rotation in the container and
 * libheif applies it.
 */
export async function decodeHeicPixels(bytes: Uint8Array): Promise<DecodedPixels> {
  const { width, height, data } = await decodeHeic({ buffer: bytes });
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
