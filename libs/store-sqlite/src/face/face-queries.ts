import type { FaceQuery } from '@kindred/domain';
import type { Branch, PageQuery } from '../database/page-query';

const STATES = ['labeled', 'inferred', 'unknown'] as const;
const COLUMN = {
  DATE: 'taken',
  QUALITY: 'quality',
  CONFIDENCE: 'certainty',
  UNCERTAIN: 'certainty',
} as const;

export function faceListQuery({
  state,
  person,
  sort = 'DATE',
}: Omit<FaceQuery, 'limit' | 'after'>): PageQuery {
  return {
    order: `faces:${sort}`,
    table: 'faces',
    branches: (state === undefined ? STATES : [state]).map((one) => branchOf(one, person)),
    keys: { [COLUMN[sort]]: 'number', seq: 'number' },
    direction: sort === 'UNCERTAIN' ? 'ASC' : 'DESC',
  };
}

function branchOf(state: string, person: string | null | undefined): Branch {
  if (person === undefined) return { where: 'state = ?', parameters: [state] };
  if (person === null) return { where: 'person IS NULL AND state = ?', parameters: [state] };
  return { where: 'person = ? AND state = ?', parameters: [person, state] };
}

export const SCROLL_QUERY: PageQuery = {
  order: 'faces:id',
  table: 'faces',
  branches: [{ where: 'true' }],
  keys: { id: 'string' },
  direction: 'ASC',
};
