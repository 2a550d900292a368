import { type PersonQuery, personSearchKey } from '@kindred/domain';
import type { Branch, PageQuery } from '../database/page-query';

const KINDS = ['named', 'unknown'] as const;

export function personListQuery({
  kind,
  search = '',
  sort = 'SIZE',
}: Omit<PersonQuery, 'limit' | 'after'>): PageQuery {
  const query = {
    order: `people:${sort}`,
    table: 'people',
    branches: branchesOf(kind, personSearchKey(search)),
  };
  switch (sort) {
    case 'SIZE':
      return { ...query, keys: { size: 'number', seq: 'number' }, direction: 'DESC' };
    case 'TO_REVIEW':
      return { ...query, keys: { inferred: 'number', seq: 'number' }, direction: 'DESC' };
    case 'NAME':
      return { ...query, keys: { kind: 'string', place: 'string', seq: 'number' }, direction: 'ASC' };
  }
}

function branchesOf(kind: PersonQuery['kind'], search: string): readonly Branch[] {
  if (search === '')
    return (kind === undefined ? KINDS : [kind]).map((one) => ({ where: 'kind = ?', parameters: [one] }));
  // Only named people have a name to search in.
  if (kind === 'unknown') return [{ where: `kind = 'unknown' AND false` }];
  return [{ where: `kind = 'named' AND instr(name_key, ?) > 0`, parameters: [search] }];
}
