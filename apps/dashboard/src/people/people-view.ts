import { type PersonSort } from '../graphql/generated/graphql';
import { type PersonCriteria } from './person-book';

/** Which people the page shows, and in which order: what its address says. */
export interface PeopleView {
  sort: PersonSort;
  search: string;
  hidden: boolean;
}

export const PERSON_SORTS: readonly PersonSort[] = ['NAME', 'SIZE', 'RECENT', 'TO_REVIEW'];

export function viewOf(address: URLSearchParams): PeopleView {
  const sort = address.get('sort')?.toUpperCase().replace('-', '_');
  return {
    sort: PERSON_SORTS.find((known) => known === sort) ?? 'NAME',
    search: (address.get('search') ?? '').trim().slice(0, 200),
    hidden: address.get('hidden') === 'shown',
  };
}

/** The address of a view; what everybody sees at first is not written down. What else the address says stays. */
export function addressOf(view: PeopleView, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  const set = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  set('sort', view.sort === 'NAME' ? '' : view.sort.toLowerCase().replace('_', '-'));
  set('search', view.search.trim());
  set('hidden', view.hidden ? 'shown' : '');
  return next;
}

/** Hidden people are found by a search, and else only when they are asked for. */
export const criteriaOf = ({ sort, search, hidden }: PeopleView): PersonCriteria => ({
  kind: 'NAMED',
  sort,
  ...(search === '' ? { withHidden: hidden } : { search }),
});
