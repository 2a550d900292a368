import { sep } from 'node:path';
import { type FailedSource, pagesOf, type PhotoId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** What `--json` prints: the result of one run of `kindred up --once`. */
export interface LibraryReport {
  /** Of the files of this run; every file is stored, a duplicate or failed. */
  readonly photos: {
    readonly found: number;
    readonly stored: number;
    readonly duplicates: number;
    readonly failed: number;
  };
  /** Of the whole library. */
  readonly faces: {
    readonly detected: number;
    readonly labeled: number;
    readonly inferred: number;
    readonly unknown: number;
    readonly ignored: number;
  };
  readonly people: { readonly named: number; readonly unknown: number };
  /** Files of this run that are no photo, and photos that could not be scanned. */
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly elapsedSeconds: number;
}

type ReportPorts = Pick<Ports, 'photos' | 'faces' | 'people'>;

/** What was read. */
export interface FilesRead {
  readonly found: number;
  /** Files that are no photo. */
  readonly failed: number;
  /** The photos that the others are. */
  readonly photos: ReadonlySet<PhotoId>;
}

/** Sums a run up; `folders` are the ones that it read, none for the whole library. */
export async function reportLibrary(
  { photos, faces, people }: ReportPorts,
  run: {
    readonly files: FilesRead;
    readonly folders: readonly string[];
    readonly elapsedSeconds: number;
  },
): Promise<LibraryReport> {
  const { files } = run;
  const [counts, persons, failures] = [
    await faces.counts(),
    await people.counts(),
    await failuresOf(photos, run),
  ];
  const unscanned = failures.filter(({ photo }) => photo !== null && files.photos.has(photo)).length;
  return {
    photos: {
      found: files.found,
      stored: files.photos.size - unscanned,
      duplicates: files.found - files.failed - files.photos.size,
      failed: files.failed + unscanned,
    },
    faces: {
      detected: counts.labeled + counts.inferred + counts.unknown + counts.ignored,
      labeled: counts.labeled,
      inferred: counts.inferred,
      unknown: counts.unknown,
      ignored: counts.ignored,
    },
    people: persons,
    failures: failures.map(({ path, failure: { code, message } }) => ({ path, code, message })),
    elapsedSeconds: Math.round(run.elapsedSeconds * 1000) / 1000,
  };
}

/** A photo may have failed in an earlier run, and under the name of another folder that has the same file. */
async function failuresOf(
  photos: Ports['photos'],
  { files, folders }: { readonly files: FilesRead; readonly folders: readonly string[] },
): Promise<readonly FailedSource[]> {
  const isOfRun = ({ path, photo }: FailedSource) =>
    photo === null ? folders.some((folder) => isBelow(path, folder)) : files.photos.has(photo);
  const found: FailedSource[] = [];
  for await (const page of pagesOf((request) => photos.failures(request)))
    found.push(...page.filter((failure) => folders.length === 0 || isOfRun(failure)));
  return found;
}

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
