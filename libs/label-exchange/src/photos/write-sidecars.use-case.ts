import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import {
  type Failure,
  KindredError,
  pagesOf,
  type Photo,
  type SidecarReport,
  toFailure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import sharp from 'sharp';
import { type NamedFaceBox, withNamedFaces } from '../regions/write-regions';

export type SidecarPorts = Pick<Ports, 'photos' | 'faces' | 'people'>;

export interface SidecarOptions {
  readonly onFailed: (path: string, failure: Failure) => void;
  /** How many photos were looked at. */
  readonly onProgress?: (photos: number) => void;
  readonly signal?: AbortSignal;
}

const PAGE = 200;

/**
 * Writes the names of labeled faces into `photo.jpg.xmp` beside each photo that stays where its owner keeps it. Photos
 * are never touched; what else a sidecar says stays, and one that cannot be read is left as it is.
 */
export async function writeSidecars(
  ports: SidecarPorts,
  { onFailed, onProgress, signal }: SidecarOptions,
): Promise<SidecarReport> {
  const sum = { written: 0, unchanged: 0, failed: 0 };
  let looked = 0;
  for await (const page of pagesOf((request) => ports.photos.list(request), PAGE)) {
    for (const photo of page) {
      if (signal?.aborted)
        throw new KindredError('CANCELLED', 'Writing sidecars was stopped before it was over.');
      if (photo.original.kind !== 'file') continue;
      const faces = await namedFacesOf(ports, photo);
      if (faces.length === 0) continue;
      const { path } = photo.original;
      try {
        sum[await writeSidecar(path, photo, faces)] += 1;
      } catch (error) {
        const failure = toFailure(error, 'FILE_UNREADABLE');
        if (failure.code === 'DISK_FULL') throw error;
        sum.failed += 1;
        onFailed(path, failure);
      }
    }
    looked += page.length;
    onProgress?.(looked);
  }
  return sum;
}

async function namedFacesOf({ faces, people }: SidecarPorts, { id }: Photo): Promise<NamedFaceBox[]> {
  const labeled = (await faces.ofPhoto(id)).flatMap(({ box, standing }) =>
    standing.state === 'labeled' ? [{ box, person: standing.person }] : [],
  );
  const named = new Map(
    (await people.getMany(labeled.map(({ person }) => person))).map((one) => [one.id, one]),
  );
  return labeled.flatMap(({ box, person }) => {
    const identity = named.get(person)?.identity;
    return identity?.kind === 'named' ? [{ name: identity.name, box }] : [];
  });
}

async function writeSidecar(
  path: string,
  { width, height }: Photo,
  faces: readonly NamedFaceBox[],
): Promise<'written' | 'unchanged'> {
  const { orientation = 1 } = await sharp(path).metadata();
  const sidecar = `${path}.xmp`;
  const before = await textOf(sidecar);
  const after = withNamedFaces(before, faces, { orientation, width, height });
  if (after === before) return 'unchanged';
  await replaceText(sidecar, after);
  return 'written';
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** In one step and with the permissions that the file had: readers see the old text or the new one. */
async function replaceText(path: string, text: string): Promise<void> {
  const mode = (await stat(path).catch(() => null))?.mode;
  const fresh = `${path}.${process.pid}`;
  try {
    const file = await open(fresh, 'w', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
