import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { changeJob, type JobId, KindredError, startJob } from '@kindred/domain';
import { PORTS, type Ports } from '@kindred/platform';
import { INGEST_SETTINGS, type IngestSettings } from '../settings';
import { StorePhoto } from '../store-photo/store-photo.use-case';

/** What an upload answers. */
export interface UploadAnswer {
  /** SHA-256 of the bytes. */
  readonly photo: string;
  /** False when the library already had these bytes. */
  readonly added: boolean;
}

const LONGEST_NAME_BYTES = 255;

/** Takes photos over HTTP: `curl --upload-file photo.jpg http://localhost:4310/upload/`. */
@Controller('upload')
export class UploadController {
  private readonly storePhoto: StorePhoto;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
  ) {
    this.storePhoto = new StorePhoto(ports, settings);
  }

  /**
   * Stores the request's body as a photo under the given file name.
   * @throws KindredError when the name or the bytes are refused; nothing is kept then.
   */
  @Put(':name')
  @HttpCode(200)
  async upload(@Param('name') name: string, @Req() request: { readonly raw: Readable }): Promise<UploadAnswer> {
    if (Buffer.byteLength(name) > LONGEST_NAME_BYTES || /[/\\\p{Cc}]/u.test(name) || name === '.' || name === '..') {
      throw new KindredError('ARGUMENT_INVALID', 'This is not a file name.', {
        hint: 'Use at most 255 bytes and neither slashes nor control characters.',
      });
    }
    const folder = join(tmpdir(), 'kindred-uploads');
    const file = join(folder, randomUUID());
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const passing = limited(this.settings.largestFileBytes, hash);
      await pipeline(request.raw, passing, createWriteStream(file, { mode: 0o600 }));
      return await this.keep(`upload:${hash.digest('hex').slice(0, 16)}/${name}`, file, name);
    } finally {
      await rm(file, { force: true });
    }
  }

  private async keep(source: string, file: string, name: string): Promise<UploadAnswer> {
    const { size } = await stat(file);
    const job = randomUUID() as JobId;
    const candidate = { source, file, byteLength: size, modifiedAt: Date.now() };
    const outcome = await this.storePhoto.store(candidate, 'copy', job);
    if (outcome.state === 'failed') {
      await this.ports.photos.forgetSource(source);
      throw new KindredError(outcome.failure.code, outcome.failure.message, { hint: outcome.failure.hint });
    }
    if (outcome.state === 'added') await this.startDetection(job, name);
    return { photo: outcome.photo, added: outcome.state === 'added' };
  }

  /** The one photo may be scanned before its job is known; the counts make up for it. */
  private async startDetection(id: JobId, name: string): Promise<void> {
    await startJob(this.ports, { id, kind: 'detect', subject: name, total: 1 });
    const { pending, scanned, failed } = await this.ports.photos.countsOfJob(id);
    if (pending === 0) await changeJob(this.ports, id, { state: 'completed', done: scanned, failed });
  }
}

/** Passes bytes through, hashing them, until there are too many. */
function limited(limit: number, hash: Hash) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let received = 0;
    for await (const chunk of chunks) {
      received += chunk.byteLength;
      if (received > limit) {
        throw new KindredError('FILE_TOO_LARGE', `The upload has more than ${limit} bytes.`, {
          hint: 'Raise largestFileBytes, or shrink the file.',
        });
      }
      hash.update(chunk);
      yield chunk;
    }
  };
}
