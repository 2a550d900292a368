import { type Api } from '../api/api';
import { type ApiError } from '../api/api-error';
import { FacesPageDocument } from '../graphql/generated/graphql';
import { PagedList } from '../paging/paged-list';
import { criteriaKey, matches, type FaceCriteria } from './face-criteria';
import { type FaceLedger } from './face-ledger';

/** What a view needs of one list of faces. */
export interface FaceListView {
  /** Loaded faces that belong here, pending changes included. */
  ids: readonly string[];
  /** How many loaded faces are hidden only because of changes that were not answered yet. */
  leaving: number;
  /** `ids` are all there are; never said of a list that is to be read again. */
  complete: boolean;
  loading: boolean;
  error: ApiError | null;
}

interface Entry {
  criteria: FaceCriteria;
  list: PagedList;
  view: FaceListView | null;
  seen: unknown;
}

/** Lists of faces by criteria, each read as far as somebody looks. The faces themselves are in the ledger. */
export class FaceLists {
  /** Keys of the lists that are on the screen now. */
  shown: ReadonlySet<string> = new Set();
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly api: Api,
    private readonly ledger: FaceLedger,
    private readonly onChange: () => void,
  ) {}

  read(criteria: FaceCriteria): FaceListView {
    const entry = this.entry(criteria);
    const { list } = entry;
    const complete = list.complete && !list.expired;
    const seen = `${this.ledger.version} ${list.loading} ${complete} ${list.error?.code}`;
    if (entry.view && entry.seen === seen) return entry.view;
    let leaving = 0;
    const ids = list.ids.filter((id) => {
      const face = this.ledger.get(id);
      if (face && matches(face, criteria)) return true;
      const confirmed = this.ledger.confirmed(id);
      if (confirmed && matches(confirmed, criteria)) leaving += 1;
      return false;
    });
    entry.seen = seen;
    entry.view = { ids, leaving, complete, loading: list.loading, error: list.error };
    return entry.view;
  }

  loadUntil(criteria: FaceCriteria, count: number): Promise<void> {
    return this.entry(criteria).list.loadUntil(count);
  }

  retry(criteria: FaceCriteria): Promise<void> {
    return this.entry(criteria).list.retry();
  }

  /** Every face of the list, those included that nobody scrolled to. */
  async loadAll(criteria: FaceCriteria): Promise<readonly string[]> {
    await this.entry(criteria).list.loadAll();
    return this.read(criteria).ids;
  }

  /** Reads the lists again that are on the screen; all others are read again when somebody looks at them. */
  async refresh(): Promise<void> {
    for (const [key, { list }] of this.entries) if (!this.shown.has(key)) list.expire();
    await Promise.all([...this.shown].map((key) => this.entries.get(key)?.list.refresh()));
  }

  private entry(criteria: FaceCriteria): Entry {
    const key = criteriaKey(criteria);
    let entry = this.entries.get(key);
    if (!entry) {
      const list = new PagedList((first, after) => this.fetchPage(criteria, first, after), this.onChange);
      entry = { criteria, list, view: null, seen: null };
      this.entries.set(key, entry);
    }
    return entry;
  }

  private async fetchPage(criteria: FaceCriteria, first: number, after: string | null) {
    const { faces } = await this.api.request(FacesPageDocument, {
      filter: { state: criteria.state, person: criteria.personId, alone: criteria.alone },
      sort: criteria.sort,
      first,
      after,
    });
    this.ledger.receive(faces.nodes);
    const { hasNextPage, endCursor } = faces.pageInfo;
    return { ids: faces.nodes.map((face) => face.id), hasNextPage, endCursor };
  }
}
