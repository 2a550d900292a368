import { type PersonQuery, personSearchKey } from '@kindred/domain';
import type { Branch, PageQuery } from '../database/page-query';

const KINDS = ['named', 'unknown'] as const;

export function personListQuery({
  kind,
  search = '',
  sort = 'SIZE',
  withHidden = true,
}: Omit<PersonQuery, 'limit' | 'after'>): PageQuery {
  const query = {
    order: `people:${sort}`,
    table: 'people',
    branches: branchesOf(kind, personSearchKey(search), withHidden),
  };
  switch (sort) {
    case 'SIZE':
      return { ...query, keys: { size: 'number', seq: 'number' }, direction: 'DESC' };
    case 'TO_REVIEW':
      return { ...query, keys: { inferred: 'number', seq: 'number' }, direction: 'DESC' };
    case 'RECENT':
      return { ...query, keys: { changed: 'number', seq: 'number' }, direction: 'DESC' };
    case 'NAME':
      return { ...query, keys: { listed_as: 'string', place: 'string', seq: 'number' }, direction: 'ASC' };
  }
}

function branchesOf(kind: PersonQuery['kind'], search: string, withHidden: boolean): readonly Branch[] {
  const shown = withHidden ? '' : ' AND hidden = 0';
  if (search === '') {
    const kinds = kind === undefined ? KINDS : [kind];
    return kinds.map((one) => ({ where: `listed_as = ?${shown}`, parameters: [one] }));
  }
  // Only named people have names to search in.
  if (kind === 'unknown') return [{ where: `listed_as = 'unknown' AND false` }];
  return [{ where: `listed_as = 'named' AND instr(search_keys, ?) > 0${shown}`, parameters: [search] }];
}
