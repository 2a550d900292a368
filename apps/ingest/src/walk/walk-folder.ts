import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, KindredError, toFailure } from '@kindred/domain';
import { isHiddenOrSystem, isPhotoName } from './photo-names';

/** What a walk comes across: a file that may be a photo, or something that could not be looked at. */
export type WalkEntry =
  | { readonly kind: 'file'; readonly path: string; readonly byteLength: number; readonly modifiedAt: number }
  | { readonly kind: 'failure'; readonly path: string; readonly failure: Failure };

/**
 * Everything below a folder that may be a photo by its name, folder by folder in name order. Hidden files and
 * system folders are skipped. Links are followed, each real folder is visited once, so loops end. A folder that
 * cannot be read, a name that is not text and a broken link are reported and the walk goes on.
 */
export async function* walkFolder(root: string): AsyncGenerator<WalkEntry> {
  const visited = new Set<string>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const names = await namesIn(folder, visited);
    if (!Array.isArray(names)) {
      yield { kind: 'failure', path: folder, failure: names };
      continue;
    }
    const below: string[] = [];
    for (const bytes of names) {
      const name = decodeName(bytes);
      if (name === null) {
        yield { kind: 'failure', path: join(folder, bytes.toString('utf8')), failure: UNREADABLE_NAME };
        continue;
      }
      if (isHiddenOrSystem(name)) continue;
      const path = join(folder, name);
      const entry = await look(path, name);
      if (entry === 'folder') below.push(path);
      else if (entry !== null) yield entry;
    }
    waiting.push(...below.reverse());
  }
}

const UNREADABLE_NAME: Failure = {
  code: 'FILE_UNREADABLE',
  message: 'The name of this file is not valid UTF-8.',
  hint: 'Rename the file.',
};

/** The names in a folder, none when it was visited before, or why it cannot be read. */
async function namesIn(folder: string, visited: Set<string>): Promise<Buffer[] | Failure> {
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    const identity = `${dev}:${ino}`;
    if (visited.has(identity)) return [];
    visited.add(identity);
    return (await readdir(folder, { encoding: 'buffer' })).sort(Buffer.compare);
  } catch (error) {
    return toFailure(
      new KindredError('FOLDER_UNREADABLE', `The folder ${folder} cannot be read (${errnoOf(error)}).`, {
        cause: error,
        hint: 'Check that it exists and that you may read it.',
      }),
    );
  }
}

function decodeName(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A file that may be a photo, `folder`, or null for anything else, for example a socket or a text file. */
async function look(path: string, name: string): Promise<WalkEntry | 'folder' | null> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return 'folder';
    if (!facts.isFile() || !isPhotoName(name)) return null;
    return { kind: 'file', path, byteLength: facts.size, modifiedAt: Math.trunc(facts.mtimeMs) };
  } catch (error) {
    const vanished = await lstat(path).then(
      () => false,
      () => true,
    );
    if (vanished || !isPhotoName(name)) return null;
    const failure = toFailure(
      new KindredError('FILE_UNREADABLE', `${path} cannot be looked at (${errnoOf(error)}).`, {
        cause: error,
        hint: 'If it is a link, check that what it points at exists.',
      }),
    );
    return { kind: 'failure', path, failure };
  }
}

function errnoOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
