import type { PhotoQuery } from '@kindred/domain';
import type { PageQuery } from '../database/page-query';

const STATES = ['pending', 'scanned', 'failed'] as const;

export function photoListQuery({ state, sort = 'DATE' }: Omit<PhotoQuery, 'limit' | 'after'>): PageQuery {
  const column = sort === 'DATE' ? 'taken' : 'ingested';
  return {
    order: `photos:${sort}`,
    table: 'photos',
    branches: (state === undefined ? STATES : [state]).map((one) => ({
      where: 'scan_state = ?',
      parameters: [one],
    })),
    keys: { [column]: 'number', seq: 'number' },
    direction: 'DESC',
  };
}

// SQLite would rather look up the state in a larger index and sort, so the lists below name the index in their order.

export const PENDING_QUERY: PageQuery = {
  order: 'photos:pending',
  branches: [{ select: 'SELECT * FROM photos INDEXED BY photos_pending', where: "scan_state = 'pending'" }],
  keys: { id: 'string' },
  direction: 'ASC',
};

/**
 * A photo whose only files were replaced or removed before any face was found in them: nothing is lost, and nothing
 * can be mended.
 */
export const GONE = `scan_state = 'failed' AND source_count = 0 AND original_kind = 'file'
  AND NOT EXISTS (SELECT 1 FROM faces WHERE faces.photo = photos.id)`;

/** Failed sources, which have no photo, and failed scans, which have one; `photo` is empty rather than null to sort. */
export const FAILURES_QUERY: PageQuery = {
  order: 'failures',
  branches: [
    {
      select: "SELECT path, '' AS photo, failure FROM sources INDEXED BY sources_failed",
      where: 'failure IS NOT NULL',
      keys: ['path', "''"],
    },
    {
      select:
        "SELECT path, id AS photo, scan_facts ->> '$.failure' AS failure FROM photos INDEXED BY photos_failed",
      where: `scan_state = 'failed' AND NOT (${GONE})`,
      keys: ['path', 'id'],
    },
  ],
  keys: { path: 'string', photo: 'string' },
  direction: 'ASC',
};
