import { type Api } from '../api/api';
import { type HistoryEntryFragment, HistoryPageDocument } from '../graphql/generated/graphql';
import { type Page } from '../paging/paged-list';

/** Entries by id, filled as pages of the history are read. */
export class HistoryBook {
  readonly entries = new Map<string, HistoryEntryFragment>();

  constructor(private readonly api: Api) {}

  readonly fetchPage = async (first: number, after: string | null): Promise<Page> => {
    const { history } = await this.api.request(HistoryPageDocument, { first: Math.min(100, first), after });
    for (const entry of history.nodes) this.entries.set(entry.id, entry);
    const { hasNextPage, endCursor } = history.pageInfo;
    return { ids: history.nodes.map(({ id }) => id), hasNextPage, endCursor: endCursor ?? null };
  };
}
