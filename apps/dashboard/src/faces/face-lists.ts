import { type Api } from '../api/api';
import { type ApiError } from '../api/api-error';
import {
  FacesPageDocument,
  FaceTimelineDocument,
  type FaceTimelineQuery,
} from '../graphql/generated/graphql';
import { type Place, type Run, SparseList } from '../paging/sparse-list';
import { criteriaKey, type FaceCriteria, filterOf, includes, matches } from './face-criteria';
import { type FaceLedger } from './face-ledger';
import { LoadedFaces, NO_FACES, withoutHidden } from './loaded-faces';

export type Bucket = FaceTimelineQuery['faceTimeline']['buckets'][number];

/** What a view needs of one list of faces. */
export interface FaceListView {
  /** Loaded faces that belong here, pending changes included, by their places. */
  faces: LoadedFaces;
  /** How many places the list has, pending changes included, as far as that was ever known. */
  count: number | null;
  /** `count` is so now; never said of a list that is to be read again. */
  sure: boolean;
  /** How many loaded faces are hidden only because of changes that were not answered yet. */
  leaving: number;
  /** Where to jump to, as far as it was asked for. */
  buckets: readonly Bucket[];
  loading: boolean;
  error: ApiError | null;
}

interface Entry {
  criteria: FaceCriteria;
  list: SparseList;
  buckets: readonly Bucket[];
  view: FaceListView | null;
  seen: unknown;
}

const NOTHING_READ: FaceListView = {
  faces: NO_FACES,
  count: null,
  sure: false,
  leaving: 0,
  buckets: [],
  loading: false,
  error: null,
};

/** So many lists are kept beside those on the screen; others are read again when somebody comes back. */
const MOST_HIDDEN_LISTS = 60;

/**
 * Lists of faces by criteria, each read where somebody looks; what is far from there is let go of. The faces themselves
 * are in the ledger, which keeps those that are in a list.
 */
export class FaceLists {
  /** Keys of the lists that are on the screen now. */
  shown: ReadonlySet<string> = new Set();
  /** In the order in which they were last looked at. */
  private readonly entries = new Map<string, Entry>();
  private readonly readings = new Set<string[]>();

  constructor(
    private readonly api: Api,
    private readonly ledger: FaceLedger,
    private readonly onChange: () => void,
  ) {
    ledger.holders.add(() => this.heldIds());
  }

  /** What is known of a list; asks nothing. @param key of the criteria, for who asks of thousands again and again. */
  read(criteria: FaceCriteria, key = criteriaKey(criteria)): FaceListView {
    const entry = this.entries.get(key);
    const staying = this.ledger.staying(criteria);
    if (!entry) return staying ? emptied([], staying) : NOTHING_READ;
    const { list } = entry;
    const seen = `${this.ledger.version} ${list.version} ${list.loading} ${list.count} ${list.expired} ${list.error?.code}`;
    if (entry.view && entry.seen === seen) return entry.view;
    const view = staying ? emptied(list.runs, staying) : this.viewOf(criteria, entry);
    entry.seen = seen;
    entry.view = entry.view && isSame(entry.view, view) ? entry.view : view;
    return entry.view;
  }

  /** Makes the faces from one place to another, without `to`, available. */
  want(criteria: FaceCriteria, from: number, to: number): Promise<void> {
    return this.entry(criteria).list.want(from, to);
  }

  retry(criteria: FaceCriteria): Promise<void> {
    return this.entry(criteria).list.retry();
  }

  /** The faces from one place to another, also those that nobody looked at. Throws the `ApiError` that ended it. */
  async readIds(criteria: FaceCriteria, from = 0, to = Infinity): Promise<readonly string[]> {
    const reading: string[] = [];
    this.readings.add(reading);
    try {
      const list = this.makeList(criteria, (ids) => reading.push(...ids));
      return await list.read(from, to);
    } finally {
      // Whoever asked holds them from now on.
      setTimeout(() => this.readings.delete(reading));
    }
  }

  /** Reads the lists again that are on the screen; all others are read again when somebody looks at them. */
  async refresh(): Promise<void> {
    for (const [key, { list }] of this.entries) if (!this.shown.has(key)) list.expire();
    await Promise.all([...this.shown].map((key) => this.entries.get(key)?.list.refresh()));
  }

  /** Reads the lists again of which everything may have left. */
  async refreshWithin(whole: FaceCriteria): Promise<void> {
    const refreshing: Promise<void>[] = [];
    for (const [key, { criteria, list }] of this.entries) {
      if (!includes(whole, criteria)) continue;
      // How many faces a person has is known without its list, so that it is read when somebody looks at it.
      if (criteria.personId === undefined || this.shown.has(key)) refreshing.push(list.refresh());
      else this.entries.delete(key);
    }
    await Promise.all(refreshing);
  }

  private viewOf(criteria: FaceCriteria, { list, buckets }: Entry): FaceListView {
    let leaving = 0;
    const { faces, hidden } = withoutHidden(list.runs, (id) => {
      const face = this.ledger.get(id);
      if (face && matches(face, criteria)) return true;
      const confirmed = this.ledger.confirmed(id);
      if (confirmed && matches(confirmed, criteria)) leaving += 1;
      return false;
    });
    const count = list.count === null ? null : Math.max(faces.size, list.count - hidden);
    return {
      faces,
      count,
      sure: count !== null && !list.expired,
      leaving,
      buckets,
      loading: list.loading,
      error: list.error,
    };
  }

  private entry(criteria: FaceCriteria): Entry {
    const key = criteriaKey(criteria);
    const known = this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const entry: Entry = { criteria, list: this.makeList(criteria), buckets: [], view: null, seen: null };
    this.entries.set(key, entry);
    this.dropLists();
    return entry;
  }

  private dropLists(): void {
    let hidden = this.entries.size - this.shown.size - MOST_HIDDEN_LISTS;
    for (const [key, { list }] of this.entries) {
      if (hidden <= 0) return;
      if (this.shown.has(key) || list.loading) continue;
      this.entries.delete(key);
      hidden -= 1;
    }
  }

  private makeList(criteria: FaceCriteria, onRead?: (ids: readonly string[]) => void): SparseList {
    const source = {
      page: (place: Place, first: number) => this.fetchPage(criteria, place, first, onRead),
      measure: async () => {
        const { faceTimeline } = await this.api.request(FaceTimelineDocument, {
          filter: filterOf(criteria),
          sort: criteria.sort,
        });
        const entry = this.entries.get(criteriaKey(criteria));
        if (entry) entry.buckets = faceTimeline.buckets;
        return { count: faceTimeline.count, landmarks: faceTimeline.buckets };
      },
    };
    // How many faces a person has is known from the person; other lists must be counted.
    return new SparseList(source, this.onChange, criteria.personId === undefined);
  }

  private async fetchPage(
    criteria: FaceCriteria,
    place: Place,
    first: number,
    onRead: ((ids: readonly string[]) => void) | undefined,
  ) {
    const { faces } = await this.api.request(FacesPageDocument, {
      filter: filterOf(criteria),
      sort: criteria.sort,
      first,
      ...place,
    });
    const ids = faces.nodes.map((face) => face.id);
    onRead?.(ids);
    this.ledger.receive(faces.nodes);
    const { hasNextPage, endCursor } = faces.pageInfo;
    return { ids, hasNextPage, endCursor };
  }

  private *heldIds(): Iterable<string> {
    for (const { list } of this.entries.values()) for (const { ids } of list.runs) yield* ids;
    for (const reading of this.readings) yield* reading;
  }
}

/** A list that everything is just leaving, but for faces that are there to be seen. */
function emptied(runs: readonly Run[], staying: ReadonlySet<string>): FaceListView {
  const ids = runs.flatMap((run) => run.ids.filter((id) => staying.has(id)));
  const faces = ids.length > 0 ? new LoadedFaces([{ start: 0, ids }]) : NO_FACES;
  return { ...NOTHING_READ, faces, count: ids.length, sure: true };
}

/** The same faces at the same places: nobody needs to look again. */
function isSame(before: FaceListView, now: FaceListView): boolean {
  const runs = before.faces.runs;
  return (
    before.count === now.count &&
    before.sure === now.sure &&
    before.leaving === now.leaving &&
    before.buckets === now.buckets &&
    before.loading === now.loading &&
    before.error === now.error &&
    runs.length === now.faces.runs.length &&
    now.faces.runs.every(({ start, ids }, at) => {
      const run = runs[at]!;
      return (
        run.start === start &&
        run.ids.length === ids.length &&
        ids.every((id, index) => id === run.ids[index])
      );
    })
  );
}
