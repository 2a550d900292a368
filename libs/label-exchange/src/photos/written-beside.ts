import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { KindredError } from '@kindred/domain';
import sharp from 'sharp';
import type { NamedRegion } from '../regions/named-region';
import { peopleOfTakeout } from '../regions/takeout';
import { regionsOfXmp } from '../regions/xmp-regions';

/** Where a name was read; it is who says so. */
export type Origin = 'import:sidecar' | 'import:xmp' | 'import:takeout';

/** What other programs wrote about one photo, into it and beside it. */
export interface WrittenNames {
  /** Sidecars first: programs that write them keep them newer than what is in the photo. */
  readonly regions: readonly (NamedRegion & { readonly origin: Origin })[];
  /** People who are on the photo, nobody says where. */
  readonly people: readonly string[];
  /** EXIF orientation of the photo. */
  readonly orientation: number;
}

/**
 * Reads what is written in a photo and in `photo.jpg.xmp`, `photo.xmp` and Google Takeout's JSON beside each of the
 * places where it was found. @throws KindredError `FILE_UNREADABLE` when the photo itself cannot be read.
 */
export async function readWrittenNames(
  photo: string | Buffer,
  paths: readonly string[],
): Promise<WrittenNames> {
  const { xmpAsString, xmp, orientation } = await metadataOf(photo);
  const embedded = xmpAsString ?? xmp?.toString('utf8') ?? '';
  const sidecars = await textsOf(paths.flatMap(sidecarsOf));
  const takeout = await textsOf(
    paths.flatMap((path) => [`${path}.json`, `${path}.supplemental-metadata.json`]),
  );
  return {
    regions: [
      ...sidecars.flatMap((text) => from('import:sidecar', regionsOfXmp(text))),
      ...from('import:xmp', regionsOfXmp(embedded)),
    ],
    people: [...new Set(takeout.flatMap(peopleOfTakeout))],
    orientation: orientation ?? 1,
  };
}

/** `photo.jpg.xmp` as digiKam and darktable name it, `photo.xmp` as Lightroom does. */
export function sidecarsOf(path: string): readonly [string, string] {
  const { dir, name } = parse(path);
  return [`${path}.xmp`, join(dir, `${name}.xmp`)];
}

async function metadataOf(photo: string | Buffer): Promise<sharp.Metadata> {
  try {
    return await sharp(photo).metadata();
  } catch (error) {
    throw new KindredError('FILE_UNREADABLE', 'A photo cannot be read any more.', { cause: error });
  }
}

async function textsOf(paths: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(
    [...new Set(paths)].map((path) => readFile(path, 'utf8').catch(() => null)),
  );
  return texts.filter((text) => text !== null);
}

const from = (origin: Origin, regions: readonly NamedRegion[]) =>
  regions.map((region) => ({ ...region, origin }));
