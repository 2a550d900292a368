import { KindredError } from '@kindred/domain';
import type { Connection } from './connection';

/** What a file is, and how its schema came to be. */
export interface Schema {
  /** Marks a file in SQLite's header as this and nothing else. */
  readonly application: number;
  /** Scripts in the order in which they were ever added; none may change once it was released. */
  readonly migrations: readonly string[];
}

/**
 * Leaves a file as it is unless it is empty or one that this code may migrate: to be asked before anything is set that
 * the file remembers, like its journal mode.
 * @throws KindredError `STORE_UNAVAILABLE` for the file of another program or of a newer Kindred.
 */
export function refuseOthers(connection: Connection, { application, migrations }: Schema): void {
  refuseForeign(connection, application);
  refuseNewer(connection, versionOf(connection), migrations.length);
}

/**
 * Brings the schema up to what this code knows, in one transaction; processes that open the file together do it
 * once. There is no way back: a file that a newer Kindred has migrated is refused.
 */
export function migrate(connection: Connection, { application, migrations }: Schema): void {
  if (versionOf(connection) === migrations.length && isOurs(connection, application)) return;
  connection.script('BEGIN IMMEDIATE');
  try {
    refuseOthers(connection, { application, migrations });
    for (const migration of migrations.slice(versionOf(connection))) connection.script(migration);
    connection.script(`PRAGMA application_id = ${application}`);
    connection.script(`PRAGMA user_version = ${migrations.length}`);
    connection.script('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.script('ROLLBACK');
    throw error;
  }
}

function versionOf(connection: Connection): number {
  return connection.get<{ user_version: number }>('PRAGMA user_version')!.user_version;
}

function isOurs(connection: Connection, application: number): boolean {
  return connection.get<{ application_id: number }>('PRAGMA application_id')!.application_id === application;
}

function refuseForeign(connection: Connection, application: number): void {
  if (isOurs(connection, application)) return;
  if (connection.get('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined) return;
  throw new KindredError('STORE_UNAVAILABLE', `${connection.file} is the database of another program.`, {
    hint: 'Choose another data folder.',
  });
}

function refuseNewer({ file }: Connection, version: number, known: number): void {
  if (version <= known) return;
  throw new KindredError(
    'STORE_UNAVAILABLE',
    `${file} was written by a newer Kindred (schema ${version}; this one knows up to ${known}).`,
    { hint: 'Start the newer Kindred, or restore a backup from before the upgrade.' },
  );
}
