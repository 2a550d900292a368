import { relative, sep } from 'node:path';
import { type Failure, KindredError } from '@kindred/domain';
import { walkFolder } from '@kindred/ingest';

/** The photos of one person: everything below the folder that has the person's name. */
export interface PersonPhotos {
  readonly person: string;
  /** Absolute paths. */
  readonly photos: readonly string[];
}

/** A photo or folder that could not be read. */
export interface PhotoFailure extends Failure {
  readonly path: string;
}

/** A folder with one folder for each person. */
export interface PeopleFolder {
  /** Its absolute path. */
  readonly path: string;
  readonly people: readonly PersonPhotos[];
  readonly failures: readonly PhotoFailure[];
}

/**
 * Reads who is in which photo from the names of folders. Photos of a person may lie in folders of their own; photos
 * beside the people's folders are nobody's and left out.
 * @param folder an absolute path.
 * @throws KindredError `FOLDER_UNREADABLE`, or `ARGUMENT_INVALID` where there are not photos of two people at least;
 * the signal's reason when it is aborted.
 */
export async function readPeopleFolder(folder: string, signal?: AbortSignal): Promise<PeopleFolder> {
  const people = new Map<string, string[]>();
  const failures: PhotoFailure[] = [];
  for await (const entry of walkFolder(folder)) {
    signal?.throwIfAborted();
    if (entry.kind === 'failure') {
      const { code, message, hint } = entry.failure;
      if (entry.path === folder) throw new KindredError(code, message, { hint });
      failures.push({ path: entry.path, ...entry.failure });
      continue;
    }
    const [person, ...below] = relative(folder, entry.path).split(sep);
    if (below.length === 0) continue;
    const photos = people.get(person);
    if (photos) photos.push(entry.path);
    else people.set(person, [entry.path]);
  }
  if (people.size < 2) throw tooFewPeople(folder, [...people.keys()]);
  return { path: folder, people: Array.from(people, ([person, photos]) => ({ person, photos })), failures };
}

function tooFewPeople(folder: string, [only]: readonly string[]): KindredError {
  const found =
    only === undefined
      ? `There is no folder with photos of a person in ${folder}.`
      : `There are photos of one person only, ${JSON.stringify(only)}, in ${folder}.`;
  return new KindredError('ARGUMENT_INVALID', found, {
    hint: 'Make a folder for each of two or more people in it, and put photos of the person there.',
  });
}
