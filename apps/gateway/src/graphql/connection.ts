import { KindredError, type Page, type PageRequest } from '@kindred/domain';

/** Arguments of every list. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

const LARGEST_PAGE = 500;

/** @throws KindredError `ARGUMENT_INVALID`. */
export function pageRequest({ first, after }: PageArguments, largest = LARGEST_PAGE): PageRequest {
  if (first < 1 || first > largest) {
    throw new KindredError('ARGUMENT_INVALID', `\`first\` must be from 1 to ${largest}; it is ${first}.`);
  }
  return { limit: first, after };
}

/** A page as the API's connections have it. */
export function connectionOf<T>({ items, cursors, next }: Page<T>) {
  return {
    edges: items.map((node, index) => ({ cursor: cursors[index], node })),
    nodes: [...items],
    pageInfo: { hasNextPage: next !== null, endCursor: cursors.at(-1) ?? null },
  };
}
