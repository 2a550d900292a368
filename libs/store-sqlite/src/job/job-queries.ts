import type { JobState } from '@kindred/domain';
import type { Value } from '@kindred/sqlite';

/** Newest first; of jobs that started together, the one stored last. */
export function jobListStatement(
  state: JobState | undefined,
  limit: number,
): { readonly sql: string; readonly parameters: readonly Value[] } {
  const newestFirst = 'ORDER BY started_at DESC, seq DESC LIMIT ?';
  return state === undefined
    ? { sql: `SELECT * FROM jobs ${newestFirst}`, parameters: [limit] }
    : { sql: `SELECT * FROM jobs WHERE state = ? ${newestFirst}`, parameters: [state, limit] };
}
