import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { KindredError, toKindredError } from '@kindred/domain';
import { linesOf, readStatements } from '@kindred/label-exchange';

/** A file of statements that came whole, until it is taken in. */
export interface UploadedFile {
  readonly path: string;
  readonly lines: number;
}

/** How the names of files end that came whole. */
const WHOLE = '.jsonl';
const NEW_LINE = 0x0a;

/** Where files of statements wait until they are taken in: what came whole is there after a crash too. */
export class UploadFolder {
  constructor(
    private readonly folder: string,
    private readonly largestBytes: number,
  ) {}

  /**
   * Keeps a file when all of it has come and its beginning says that it is one of statements; nothing of it otherwise.
   * @throws KindredError `FILE_TOO_LARGE`, `FILE_EMPTY`, `ARGUMENT_INVALID`, `DISK_FULL`, or `CANCELLED` when it broke off.
   */
  async receive(body: Readable): Promise<UploadedFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${randomUUID()}${WHOLE}`);
    const part = `${path}.part`;
    let lines = 0;
    try {
      const counted = countedLines(body, this.largestBytes, (count) => (lines += count));
      await pipeline(counted, createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }));
      await checkBeginning(part);
      await rename(part, path);
      return { path, lines };
    } catch (error) {
      await this.remove(part);
      throw toKindredError(error, 'CANCELLED');
    }
  }

  /** What came whole and was not taken in before Kindred stopped. Parts of files that broke off are removed. */
  async left(): Promise<readonly UploadedFile[]> {
    const names = await readdir(this.folder).catch(() => []);
    const found: UploadedFile[] = [];
    for (const name of names.toSorted()) {
      const path = join(this.folder, name);
      if (name.endsWith(WHOLE)) found.push({ path, lines: await linesIn(path) });
      else await this.remove(path);
    }
    return found;
  }

  remove(path: string): Promise<void> {
    return rm(path, { force: true });
  }
}

async function* countedLines(
  body: Readable,
  limit: number,
  count: (lines: number) => void,
): AsyncGenerator<Buffer> {
  let received = 0;
  // Whoever sends too much still hears why it was refused.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received += chunk.byteLength;
    if (received > limit) {
      throw new KindredError('FILE_TOO_LARGE', `The file has more than ${limit} bytes.`, {
        hint: 'Use kindred import, which takes files of any size, or raise largestImportBytes.',
      });
    }
    count(newLinesIn(chunk));
    yield chunk;
  }
  if (received === 0)
    throw new KindredError('FILE_EMPTY', 'The file has no bytes.', { hint: 'Choose another file.' });
}

function newLinesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) count += 1;
  return count;
}

async function linesIn(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path)) lines += newLinesIn(chunk as Buffer);
  return lines;
}

/** @throws KindredError `ARGUMENT_INVALID` when the file is none of statements, or of a newer Kindred. */
async function checkBeginning(path: string): Promise<void> {
  const file = createReadStream(path);
  try {
    await readStatements(linesOf(file)).next();
  } finally {
    file.destroy();
  }
}
