import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FailedSource, Photo } from '@kindred/domain';
import type { TestPorts } from '@kindred/testing-standalone';
import type { IngestSettings } from '../settings';

export const TEST_SETTINGS: IngestSettings = {
  largestFileBytes: 2 ** 20,
  maximumPixels: 1_000_000,
  ingestConcurrency: 2,
};

/** A time in the past, so that a file written again is seen to be newer. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** Writes a file below the test's own folder of photos and returns its path. */
export async function putFile(ports: TestPorts, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(photoFolder(ports), name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  await utimes(path, LONG_AGO, LONG_AGO);
  return path;
}

export const photoFolder = (ports: TestPorts): string => join(ports.folder, 'photos');

/** Writes other bytes into a file as if nobody had touched it. */
export async function replaceUnnoticed(path: string, bytes: Uint8Array): Promise<void> {
  const { mtime, size } = await stat(path);
  if (bytes.byteLength !== size) throw new Error('the file would be seen to have another size');
  await writeFile(path, bytes);
  await utimes(path, mtime, mtime);
}

export async function everyPhoto({ photos }: TestPorts): Promise<readonly Photo[]> {
  return (await photos.list({ limit: 1000, sort: 'INGESTED' })).items;
}

export async function everyFailure({ photos }: TestPorts): Promise<readonly FailedSource[]> {
  return (await photos.failures({ limit: 1000 })).items;
}

export async function objectKeys({ objects }: TestPorts): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list('')) keys.push(key);
  return keys;
}
