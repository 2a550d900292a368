import { sep } from 'node:path';
import type { FailedSource } from '@kindred/domain';
import type { IngestReport } from '@kindred/ingest';
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
  };
  readonly people: { readonly named: number; readonly unknown: number };
  /** Files of this run that are no photo, and photos that could not be scanned. */
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly elapsedSeconds: number;
}

type ReportPorts = Pick<Ports, 'photos' | 'faces' | 'people'>;

/** Sums a run up; `folders` are the ones that it read, none for the whole library. */
export async function reportLibrary(
  { photos, faces, people }: ReportPorts,
  run: {
    readonly ingest: Pick<IngestReport, 'found' | 'stored' | 'duplicates'>;
    readonly folders: readonly string[];
    readonly elapsedSeconds: number;
  },
): Promise<LibraryReport> {
  const [counts, persons, failures] = [
    await faces.counts(),
    await people.counts(),
    await failuresBelow(photos, run.folders),
  ];
  const unscanned = new Set(failures.flatMap(({ photo }) => (photo === null ? [] : [photo]))).size;
  return {
    photos: {
      found: run.ingest.found,
      stored: run.ingest.stored - unscanned,
      duplicates: run.ingest.duplicates,
      failed: run.ingest.found - run.ingest.stored - run.ingest.duplicates + unscanned,
    },
    faces: { detected: counts.labeled + counts.inferred + counts.unknown, ...counts },
    people: persons,
    failures: failures.map(({ path, failure: { code, message } }) => ({ path, code, message })),
    elapsedSeconds: Math.round(run.elapsedSeconds * 1000) / 1000,
  };
}

async function failuresBelow(
  photos: Ports['photos'],
  folders: readonly string[],
): Promise<readonly FailedSource[]> {
  const found: FailedSource[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof photos.failures>> = await photos.failures({ limit: 1000, after });
    found.push(
      ...page.items.filter(
        ({ path }) => folders.length === 0 || folders.some((folder) => isBelow(path, folder)),
      ),
    );
    after = page.next;
  } while (after !== null);
  return found;
}

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
