import sharp from 'sharp';
import type { MediaType } from '@kindred/domain';
import { isSrgbProfile } from './colour-profile';
import { recognise } from './media-type';
import { corruptImage, notAnImage, tooLargeImage, unsupportedImage } from './refusals';
import { nameOf, readPhoto, type PhotoSource } from './source';

/** What an image says of itself, read without decoding its pixels. */
export interface ImageFacts {
  readonly mediaType: MediaType;
  /** Pixels of the upright image, after the orientation has been applied. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1 to 8 that is still to be applied to the pixels as stored; 1 when there is none. */
  readonly orientation: number;
  /** Frames of an animation or pages of a document; only the first is looked at. */
  readonly pages: number;
  readonly bitsPerChannel: number;
  readonly hasAlpha: boolean;
  /** The pixels are sRGB as they stand, or say nothing else. */
  readonly isSrgb: boolean;
  /** Three channels of eight bits in sRGB, which need no conversion. */
  readonly isPlain: boolean;
  /** The EXIF block as it stands in the file, when there is one. */
  readonly exif?: Uint8Array;
}

export interface ProbeOptions {
  /** Images with more pixels are refused before anything is decoded. Default: 300 megapixels. */
  readonly maximumPixels?: number;
}

export const DEFAULT_MAXIMUM_PIXELS = 300_000_000;

/** The WebAssembly decoder of HEIC has less memory than the rest of the process. */
const MAXIMUM_HEIC_PIXELS = 100_000_000;

const SRGB_SPACES = new Set(['srgb', 'b-w']);
const BITS: Readonly<Record<string, number>> = { uchar: 8, char: 8, ushort: 16, short: 16 };

/**
 * Looks at a photo's header: what it is by content (never by name), how large it is and how it is turned.
 * @throws KindredError `FILE_EMPTY`, `FILE_VANISHED`, `FILE_UNREADABLE`, `FILE_NOT_AN_IMAGE`, `IMAGE_UNSUPPORTED`,
 *   `IMAGE_CORRUPT` or `IMAGE_TOO_LARGE`.
 */
export async function probeImage(source: PhotoSource, options: ProbeOptions = {}): Promise<ImageFacts> {
  return probeBytes(await readPhoto(source), nameOf(source), options);
}

export async function probeBytes(
  bytes: Uint8Array,
  name: string,
  options: ProbeOptions,
): Promise<ImageFacts> {
  const recognition = recognise(bytes.subarray(0, 64));
  if (recognition.kind === 'unknown') throw notAnImage(name);
  if (recognition.kind === 'unsupported') throw unsupportedImage(name, recognition.name);

  const header = await readHeader(bytes, name);
  const isSrgb = SRGB_SPACES.has(header.space) && (!header.icc || isSrgbProfile(header.icc));
  const facts = {
    mediaType: recognition.mediaType,
    ...header.autoOrient,
    orientation: header.orientation ?? 1,
    pages: header.pages ?? 1,
    bitsPerChannel: BITS[header.depth] ?? 32,
    hasAlpha: header.hasAlpha,
    isSrgb,
    isPlain: isSrgb && header.space === 'srgb' && header.channels === 3 && header.depth === 'uchar',
    ...(header.exif && { exif: new Uint8Array(header.exif) }),
  };
  const maximumPixels = Math.min(
    options.maximumPixels ?? DEFAULT_MAXIMUM_PIXELS,
    facts.mediaType === 'image/heic' ? MAXIMUM_HEIC_PIXELS : Infinity,
  );
  if (facts.width * facts.height > maximumPixels) {
    throw tooLargeImage(name, facts.width, facts.height, maximumPixels);
  }
  return facts;
}

async function readHeader(bytes: Uint8Array, name: string): Promise<sharp.Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw corruptImage(name, error);
  }
}
