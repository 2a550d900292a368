import { KindredError } from '@kindred/domain';

/** What libsql throws, as far as it can be relied on: `code` is SQLite's extended result code by name. */
interface SqliteError extends Error {
  readonly code?: string;
}

/** Any error of the database as the one kind that crosses this library's edge. */
export function translateDatabaseError(error: unknown, file: string): KindredError {
  if (error instanceof KindredError) return error;
  const { code = '', message } = error as SqliteError;
  if (code.startsWith('SQLITE_FULL')) {
    return new KindredError('DISK_FULL', `The disk that holds ${file} is full.`, {
      cause: error,
      transient: true,
      hint: 'Free some space; Kindred goes on by itself.',
    });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new KindredError('STORE_UNAVAILABLE', `Another program keeps ${file} locked.`, {
      cause: error,
      transient: true,
      hint: 'Close programs that have the file open.',
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new KindredError('STORE_UNAVAILABLE', `${file} is damaged or not a Kindred database.`, {
      cause: error,
      hint: 'Restore it from a backup, or move it away to start with an empty library.',
    });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    message.startsWith('ConnectionFailed')
  ) {
    return new KindredError('STORE_UNAVAILABLE', `${file} cannot be opened for writing.`, {
      cause: error,
      hint: 'Check that its folder exists and that this user may write to it.',
    });
  }
  return new KindredError('STORE_UNAVAILABLE', `The database ${file} failed: ${message}`, { cause: error });
}

/** Whether a statement failed because of this constraint, named like `people.name_key`. */
export function violates(error: unknown, constraint: string): boolean {
  const { code = '', message = '' } = error as SqliteError;
  return code.startsWith('SQLITE_CONSTRAINT') && message.includes(constraint);
}
