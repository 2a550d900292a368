import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { KindredError } from '@kindred/domain';
import type { FetchOptions } from '../packs/fetch/progress';
import { withNpmPackage } from '../packs/fetch/npm-package';

/** Six group photos of 1920 pixels with 22 faces, MIT, from the demo of a face recognition library. */
const ARCHIVE = {
  spec: '@vladmandic/face-api@1.7.15',
  integrity:
    'sha512-WDMmK3CfNLo8jylWqMoQgf4nIst3M0fzx1dnac96wv/dvMTN4DxC/Pq1DGtduDk1lktCamQ3MIDXFnvrdHTXDw==',
  bytes: 12_677_476,
};

/** A photo that anybody may try Kindred with. */
export interface SamplePhoto {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** How many faces a person counts in it. */
  readonly faces: number;
}

export const SAMPLE_PHOTOS: readonly SamplePhoto[] = [
  {
    name: 'sample1.jpg',
    bytes: 144_516,
    faces: 3,
    sha256: '8ecae4b267b2d3169e06e00c7dee97097aa2a94635d45216f7732a5f4943cb51',
  },
  {
    name: 'sample2.jpg',
    bytes: 181_758,
    faces: 3,
    sha256: '7d2b60ae6f13bf30f422e04df87451081a02c83de469056f25afb44b7000c691',
  },
  {
    name: 'sample3.jpg',
    bytes: 221_049,
    faces: 3,
    sha256: '8eb081c9efb14370fa94d9feab9e5fbeafd19a627491853a80c2bf67f7ffa936',
  },
  {
    name: 'sample4.jpg',
    bytes: 210_824,
    faces: 4,
    sha256: '729efa5923061d40eb4ed5f267a18cc7b8ba6f852bb2757b16d8b7e4937476fc',
  },
  {
    name: 'sample5.jpg',
    bytes: 166_400,
    faces: 5,
    sha256: '6d45095ebb182d8f975c0790e0e4eefd86fbb40609cf4b271776d92e12662938',
  },
  {
    name: 'sample6.jpg',
    bytes: 302_445,
    faces: 4,
    sha256: '9baad80f9d5e306fb9b8c0913d44445f1e95848df317530efb03d0934c57ba87',
  },
];

/**
 * Puts the sample photos into `folder`, checked, and answers their paths. Photos that are there already are not
 * fetched again.
 * @throws KindredError `PACK_DOWNLOAD_FAILED` or `PACK_CHECKSUM_MISMATCH`.
 */
export async function fetchSamplePhotos(folder: string, options: FetchOptions = {}): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths = SAMPLE_PHOTOS.map((photo) => join(folder, photo.name));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path).catch(() => null))?.size));
  if (SAMPLE_PHOTOS.every((photo, i) => sizes[i] === photo.bytes)) return paths;
  await withNpmPackage(ARCHIVE, options, async (unpacked) => {
    for (const photo of SAMPLE_PHOTOS)
      await copyChecked(join(unpacked, 'demo', photo.name), join(folder, photo.name), photo);
  });
  return paths;
}

async function copyChecked(from: string, to: string, photo: SamplePhoto): Promise<void> {
  const bytes = await readFile(from);
  if (createHash('sha256').update(bytes).digest('hex') !== photo.sha256) {
    throw new KindredError('PACK_CHECKSUM_MISMATCH', `${photo.name} is not the photo it should be.`, {
      hint: 'Check which registry npm is set up for, then try again.',
    });
  }
  const partial = `${to}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, to);
}
