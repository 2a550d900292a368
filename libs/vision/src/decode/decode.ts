import sharp from 'sharp';
import type { Raster } from '../raster/raster';
import { decodeHeicPixels } from './heic';
import { probeBytes, type ImageFacts, type ProbeOptions } from './probe';
import { corruptImage } from './refusals';
import { nameOf, readPhoto, type PhotoSource } from './source';

export interface DecodeOptions extends ProbeOptions {
  /**
   * Larger images are shrunk while they are loaded, so that one photo never holds more than three bytes a pixel
   * of this. Default: 36 megapixels.
   */
  readonly workingPixels?: number;
}

/** A photo of which the header has been read. */
export interface OpenPhoto {
  readonly facts: ImageFacts;
  /** Decoding it smaller is cheaper than decoding it and shrinking it. */
  readonly shrinksOnLoad: boolean;
  /**
   * Upright sRGB pixels, `scale` times as large as the photo, or smaller when that exceeds the working pixels.
   * @throws KindredError `IMAGE_CORRUPT` when the pixels end early.
   */
  load(scale?: number): Promise<Raster>;
}

/** A photo ready to be looked at. */
export interface DecodedPhoto {
  /** Upright sRGB pixels, shrunk when the photo has more than the working pixels. */
  readonly raster: Raster;
  readonly facts: ImageFacts;
}

const DEFAULT_WORKING_PIXELS = 36_000_000;

/** Transparency becomes white, as on paper. */
const PAPER = { r: 255, g: 255, b: 255 };

/**
 * Decodes the first frame of a photo to upright sRGB, whatever it was: any EXIF orientation, CMYK, 16 bits, grey,
 * transparent.
 * @throws KindredError as `probeImage` does; `IMAGE_CORRUPT` also when the pixels end early.
 */
export async function decodeUpright(source: PhotoSource, options: DecodeOptions = {}): Promise<DecodedPhoto> {
  const photo = await openPhoto(source, options);
  return { raster: await photo.load(), facts: photo.facts };
}

/** @throws KindredError as `probeImage` does. */
export async function openPhoto(source: PhotoSource, options: DecodeOptions = {}): Promise<OpenPhoto> {
  const name = nameOf(source);
  const bytes = await readPhoto(source);
  const facts = await probeBytes(bytes, name, options);
  const largest = Math.sqrt((options.workingPixels ?? DEFAULT_WORKING_PIXELS) / (facts.width * facts.height));
  return {
    facts,
    shrinksOnLoad: facts.mediaType === 'image/jpeg',
    async load(scale = 1) {
      try {
        const loaded = facts.mediaType === 'image/heic' ? await loadHeic(bytes) : load(bytes, facts);
        return await render(loaded, facts, Math.min(1, scale, largest));
      } catch (error) {
        throw corruptImage(name, error);
      }
    },
  };
}

/**
 * Fails on errors, which include missing data, and not on warnings: cameras and editors write plenty of files
 * with odd markers that every viewer shows.
 */
function load(bytes: Uint8Array, { isSrgb }: ImageFacts): sharp.Sharp {
  return sharp(bytes, {
    failOn: 'error',
    limitInputPixels: false,
    sequentialRead: true,
    ignoreIcc: isSrgb,
  }).autoOrient();
}

async function loadHeic(bytes: Uint8Array): Promise<sharp.Sharp> {
  const { width, height, data } = await decodeHeicPixels(bytes);
  return sharp(data, { limitInputPixels: false, raw: { width, height, channels: 4 } }).removeAlpha();
}

async function render(image: sharp.Sharp, facts: ImageFacts, scale: number): Promise<Raster> {
  if (scale < 1) {
    const width = Math.max(1, Math.round(facts.width * scale));
    const height = Math.max(1, Math.round(facts.height * scale));
    image.resize(width, height, { fit: 'fill', kernel: 'linear' });
  }
  if (facts.hasAlpha) image.flatten({ background: PAPER });
  if (!facts.isPlain) image.toColourspace('srgb');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels`);
  return { width: info.width, height: info.height, data };
}
