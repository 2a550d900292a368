import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open } from 'node:fs/promises';
import {
  type JobId,
  KindredError,
  type Original,
  type Photo,
  type PhotoId,
  type PhotoSource,
  toFailure,
  type Failure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { type ImageFacts, probeImage } from '@kindred/vision';
import type { IngestSettings } from '../settings';
import { readMetadata } from './photo-metadata';

/** A file as a walk, a watcher or an upload hands it over. */
export interface Candidate {
  /** The source's name: an absolute path or `upload:<file name>`. */
  readonly source: string;
  /** Where the bytes are now; the same as `source` for a file in a folder. */
  readonly file: string;
  readonly byteLength: number;
  readonly modifiedAt: number;
}

/** Whether originals stay where they are or are copied into the object store. */
export type Keeping = 'reference' | 'copy';

export type StoreOutcome =
  | { readonly state: 'added' | 'known' | 'unchanged'; readonly photo: PhotoId }
  | { readonly state: 'failed'; readonly failure: Failure };

type StorePorts = Pick<Ports, 'photos' | 'objects' | 'bus' | 'clock' | 'logger' | 'metrics'>;

/** Turns one file into a stored photo that waits for detection, or into a failure that people can read. */
export class StorePhoto {
  constructor(
    private readonly ports: StorePorts,
    private readonly settings: Pick<IngestSettings, 'largestFileBytes' | 'maximumPixels'>,
  ) {}

  async store(candidate: Candidate, keeping: Keeping, job: JobId): Promise<StoreOutcome> {
    const known = await this.ports.photos.source(candidate.source);
    if (known !== null && isUnchanged(known, candidate)) {
      const photo = await this.ports.photos.get(known.outcome.photo);
      if (
        photo !== null &&
        !isBroken(photo) &&
        (keeping === 'reference' || photo.original.kind === 'object')
      ) {
        await this.followMovedOriginal(photo, { kind: 'file', path: candidate.file });
        return { state: 'unchanged', photo: photo.id };
      }
    }
    try {
      const bytes = await this.readWhole(candidate);
      const facts = await probeImage(bytes, { maximumPixels: this.settings.maximumPixels });
      return await this.keep(candidate, bytes, facts, keeping, job);
    } catch (error) {
      return this.recordFailure(candidate, toFailure(error));
    }
  }

  /**
   * The file's bytes, refused before reading when there are too many, and after it when they changed meanwhile: what
   * was read would be a photo that never existed.
   */
  private async readWhole({ file, source }: Candidate): Promise<Buffer> {
    try {
      const handle = await open(file, READ_WITHOUT_WAITING);
      try {
        const before = await handle.stat();
        if (!before.isFile()) throw new KindredError('FILE_UNREADABLE', `${source} is not a file any more.`);
        const limit = this.settings.largestFileBytes;
        if (before.size > limit) {
          throw new KindredError(
            'FILE_TOO_LARGE',
            `The file has ${before.size} bytes; at most ${limit} are read.`,
            {
              hint: 'Raise largestFileBytes, or shrink the file.',
            },
          );
        }
        const bytes = await handle.readFile();
        const after = await handle.stat();
        if (after.mtimeMs !== before.mtimeMs || after.size !== bytes.byteLength) throw changing(source);
        return bytes;
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw readingError(error, source);
    }
  }

  private async keep(
    candidate: Candidate,
    bytes: Buffer,
    facts: ImageFacts,
    keeping: Keeping,
    job: JobId,
  ): Promise<StoreOutcome> {
    const { photos, clock, logger, metrics } = this.ports;
    const id = createHash('sha256').update(bytes).digest('hex') as PhotoId;
    const now = clock.now();
    const photo: Photo = {
      id,
      mediaType: facts.mediaType,
      byteLength: bytes.byteLength,
      width: facts.width,
      height: facts.height,
      original: await this.keepOriginal(id, bytes, candidate, keeping),
      metadata: await readMetadata(facts.mediaType === 'image/tiff' ? bytes : facts.exif),
      ingestedAt: now,
      scan: { state: 'pending', job, restoreDeleted: false },
    };
    await this.completeEarlier(photo);
    const { added } = await photos.add(photo, sourceOf(candidate, now, { state: 'stored', photo: id }));
    if (!added) return { state: 'known', photo: id };
    await this.announce(id, job);
    metrics.photosStored.inc();
    logger.debug({ photo: id }, 'photo.stored');
    return { state: 'added', photo: id };
  }

  private async keepOriginal(
    id: PhotoId,
    bytes: Buffer,
    candidate: Candidate,
    keeping: Keeping,
  ): Promise<Original> {
    if (keeping === 'reference') return { kind: 'file', path: candidate.file };
    const key = `originals/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
    if ((await this.ports.objects.head(key)) === null) await this.ports.objects.put(key, bytes);
    return { kind: 'object', key };
  }

  /**
   * What an earlier run could not finish, or the person changed since, for a photo that is found again. It comes
   * before the source is written: a file whose source is known is not read again, so a crash must leave none.
   */
  private async completeEarlier(found: Photo): Promise<void> {
    const stored = await this.ports.photos.get(found.id);
    if (stored === null) return;
    await this.followMovedOriginal(stored, found.original);
    const { scan } = stored;
    if (scan.state === 'pending' && !scan.restoreDeleted) await this.announce(stored.id, scan.job);
  }

  /**
   * People move, rename and overwrite files: a referenced original that is gone from its place is read from the place
   * where it is found now.
   */
  private async followMovedOriginal({ id, original: stored }: Photo, found: Original): Promise<void> {
    if (stored.kind !== 'file' || found.kind !== 'file' || stored.path === found.path) return;
    const there = (await this.ports.photos.source(stored.path))?.outcome;
    const isThere = there?.state === 'stored' && there.photo === id && (await exists(stored.path));
    if (!isThere) await this.ports.photos.moveOriginal(id, found);
  }

  /** Its id makes saying it again harmless. */
  private announce(photo: PhotoId, job: JobId): Promise<void> {
    return this.ports.bus.publish('photos.stored', { id: `${job}:${photo}`, data: { photo, job } });
  }

  private async recordFailure(candidate: Candidate, failure: Failure): Promise<StoreOutcome> {
    const { photos, clock, logger, metrics } = this.ports;
    metrics.sourcesFailed.inc({ code: failure.code });
    logger.warn({ code: failure.code }, 'source.failed');
    await photos.recordFailedSource(sourceOf(candidate, clock.now(), { state: 'failed', failure }));
    return { state: 'failed', failure };
  }
}

function isUnchanged(
  known: PhotoSource,
  candidate: Candidate,
): known is PhotoSource & { outcome: { state: 'stored'; photo: PhotoId } } {
  return (
    known.outcome.state === 'stored' &&
    known.byteLength === candidate.byteLength &&
    known.modifiedAt === candidate.modifiedAt
  );
}

/** A broken file may have been mended within the same moment and with the same length: it is read again. */
function isBroken({ scan }: Photo): boolean {
  return scan.state === 'failed' && /^(IMAGE|FILE)_/.test(scan.failure.code);
}

function sourceOf(candidate: Candidate, seenAt: string, outcome: PhotoSource['outcome']): PhotoSource {
  const { source: path, byteLength, modifiedAt } = candidate;
  return { path, byteLength, modifiedAt, seenAt, outcome };
}

/** A pipe that took the file's place would otherwise hold a thread until somebody writes to it. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function changing(source: string): KindredError {
  return new KindredError('FILE_CHANGED', `${source} was written to while it was read.`, {
    hint: 'Ingest its folder again when it is complete.',
  });
}

function readingError(error: unknown, source: string): unknown {
  if (error instanceof KindredError) return error;
  const errno = (error as NodeJS.ErrnoException).code;
  if (errno === 'ENOENT') {
    return new KindredError('FILE_VANISHED', `${source} was gone before it could be read.`, { cause: error });
  }
  return new KindredError('FILE_UNREADABLE', `${source} cannot be read (${errno ?? String(error)}).`, {
    cause: error,
    hint: 'Check that you may read it and that its disk is connected.',
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
