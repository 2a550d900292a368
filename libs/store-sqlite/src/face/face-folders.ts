import type { FaceFilter, FaceSort } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Reading } from './face-places';
import { belowFolder, countingOrder, type FaceSelection, foldersIn, selectionOf } from './face-queries';

/** Folders whose faces are merged in the order of an index, and folders whose faces are counted one by one. */
const MOST_MERGED = 32;
const MOST_COUNTED = 1000;
const BY_FOLDER = 'faces INDEXED BY faces_of_folder';

/**
 * The selection of a list, narrowed to folders where this means looking at fewer faces: those of few folders by date are
 * merged, few faces in any order are sorted, and of many faces the next ones in order are looked at.
 */
export function listed({ connection, step }: Reading, filter: FaceFilter, sort?: FaceSort): FaceSelection {
  const selection = selectionOf(filter, sort);
  // Of one person there are few enough.
  if (filter.folder === undefined || filter.person !== undefined) return selection;
  const inAnyFolder = selectionOf({ ...filter, folder: undefined }, sort);
  const folders = foldersBelow(connection, filter.folder, MOST_MERGED);
  if (inAnyFolder.measure === 'taken' && folders !== null) return ofFolders(inAnyFolder, folders);
  const isSmall = facesBelow(connection, filter.folder, step + 1) <= step;
  return isSmall ? sorted(inAnyFolder, filter.folder) : selection;
}

/** The selection by which the faces of a filter are counted, in the order in which the fewest must be looked at. */
export function counted({ connection }: Reading, filter: FaceFilter): FaceSelection {
  const sort = countingOrder(filter);
  if (filter.folder === undefined || filter.person !== undefined) return selectionOf(filter, sort);
  const folders = foldersBelow(connection, filter.folder, MOST_COUNTED);
  if (folders === null) return selectionOf(filter, sort);
  return ofFolders(selectionOf({ ...filter, folder: undefined }, 'DATE'), folders);
}

function ofFolders(selection: FaceSelection, folders: readonly number[]): FaceSelection {
  const branches = folders.flatMap((folder) =>
    selection.branches.map(({ sql, parameters }) => ({
      sql: `folder = ? AND ${sql}`,
      parameters: [folder, ...parameters],
    })),
  );
  return { ...selection, branches, source: BY_FOLDER };
}

function sorted(selection: FaceSelection, folder: string): FaceSelection {
  const below = belowFolder(folder);
  // Without a person, each branch is a state.
  const states = selection.branches.flatMap(({ parameters }) => [...parameters]);
  const branch = {
    sql: `${below.sql} AND state IN (${states.map(() => '?').join(', ')})`,
    parameters: [...below.parameters, ...states],
  };
  return {
    ...selection,
    branches: selection.branches.length === 0 ? [] : [branch],
    source: BY_FOLDER,
    isSorted: true,
  };
}

/** The folder and those below it; null when these are more. */
function foldersBelow(connection: Connection, folder: string, most: number): readonly number[] | null {
  const { sql, parameters } = foldersIn(folder);
  const found = connection.all<{ seq: number }>(`${sql} LIMIT ?`, ...parameters, most + 1);
  return found.length > most ? null : found.map(({ seq }) => seq);
}

function facesBelow(connection: Connection, folder: string, most: number): number {
  const { sql, parameters } = belowFolder(folder);
  const some = `SELECT 1 FROM ${BY_FOLDER} WHERE ${sql} LIMIT ?`;
  return connection.get<{ n: number }>(`SELECT count(*) AS n FROM (${some})`, ...parameters, most)!.n;
}
