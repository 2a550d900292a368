import { KindredError } from '@kindred/domain';
import { MIGRATIONS } from '../schema/migrations';
import type { Connection } from './connection';

/** Marks a file as Kindred's in SQLite's header: "Knrd". */
const APPLICATION = 0x4b6e7264;

/**
 * Brings the schema up to what this code knows, in one transaction; processes that open the file together do it
 * once. There is no way back: a file that a newer Kindred has migrated is refused.
 */
export function migrate(connection: Connection, migrations: readonly string[] = MIGRATIONS): void {
  if (versionOf(connection) === migrations.length && isOurs(connection)) return;
  connection.script('BEGIN IMMEDIATE');
  try {
    const version = versionOf(connection);
    refuseForeign(connection);
    refuseNewer(connection, version, migrations.length);
    for (const migration of migrations.slice(version)) connection.script(migration);
    connection.script(`PRAGMA application_id = ${APPLICATION}`);
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

function isOurs(connection: Connection): boolean {
  return connection.get<{ application_id: number }>('PRAGMA application_id')!.application_id === APPLICATION;
}

function refuseForeign(connection: Connection): void {
  if (isOurs(connection)) return;
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
