import { type ApiError, toApiError } from '../api/api-error';

export interface Page {
  ids: readonly string[];
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Reads `first` entries after a cursor; entries themselves are kept by whoever passes this function. */
export type FetchPage = (first: number, after: string | null) => Promise<Page>;

const LARGEST_PAGE = 500;

/**
 * The ids of a list that is longer than what was read of it. Pages are read one after the other, as far as somebody
 * wants to look. Refreshing reads the same length again and swaps it in one step, so that nothing flickers.
 */
export class PagedList {
  ids: readonly string[] = [];
  /** There is nothing after `ids`. */
  complete = false;
  /** Why the last page could not be read; nothing is asked until `retry` or `refresh`. */
  error: ApiError | null = null;
  private cursor: string | null = null;
  private wanted = 0;
  private stale = false;
  private working: Promise<void> | null = null;

  constructor(
    private readonly fetchPage: FetchPage,
    private readonly onChange: () => void,
    private readonly pageSize = 200,
  ) {}

  get loading(): boolean {
    return this.working !== null;
  }

  /** What is here may be old, and nobody has asked for it since. */
  get expired(): boolean {
    return this.stale;
  }

  /** Nothing has been read yet, and nothing failed. */
  get untouched(): boolean {
    return this.cursor === null && !this.complete && this.error === null;
  }

  /** Makes at least `count` entries available if there are so many. */
  loadUntil(count: number): Promise<void> {
    this.wanted = Math.max(this.wanted, count);
    const enough = this.complete || this.ids.length >= this.wanted;
    if (this.error || (enough && !this.stale)) return this.working ?? Promise.resolve();
    return this.work();
  }

  /** Every id there is. Throws the `ApiError` that ended the reading early. */
  async loadAll(): Promise<readonly string[]> {
    this.error = null;
    await this.loadUntil(Infinity);
    if (this.error) throw this.error as ApiError;
    return this.ids;
  }

  /** Reads again now. */
  refresh(): Promise<void> {
    this.expire();
    return this.stale ? this.work() : Promise.resolve();
  }

  /** Reads again when somebody next asks for an entry. */
  expire(): void {
    if (this.untouched && !this.working) return;
    this.stale = true;
    this.error = null;
  }

  retry(): Promise<void> {
    this.error = null;
    return this.loadUntil(Math.max(1, this.wanted));
  }

  /** Takes entries out at once that are known to be gone. */
  remove(gone: ReadonlySet<string>): void {
    const ids = this.ids.filter((id) => !gone.has(id));
    if (ids.length < this.ids.length) this.ids = ids;
  }

  private work(): Promise<void> {
    this.working ??= this.readPages().finally(() => {
      this.working = null;
      this.onChange();
    });
    return this.working;
  }

  private async readPages(): Promise<void> {
    // Begins a moment later, so that everything asked for in the same moment is read together.
    await Promise.resolve();
    try {
      for (;;) {
        if (this.stale) await this.readAgain();
        else if (!this.complete && this.ids.length < this.wanted) await this.readNext();
        else return;
        this.onChange();
      }
    } catch (thrown) {
      this.stale = false;
      this.error = toApiError(thrown);
    }
  }

  private async readNext(): Promise<void> {
    const missing = this.wanted - this.ids.length;
    const first = Math.min(LARGEST_PAGE, Math.max(this.pageSize, missing));
    const page = await this.fetchPage(first, this.cursor);
    if (this.stale) return;
    this.ids = withoutRepeats([...this.ids, ...page.ids]);
    this.cursor = page.endCursor;
    this.complete = !page.hasNextPage;
  }

  private async readAgain(): Promise<void> {
    this.stale = false;
    const length = Math.max(this.ids.length, this.pageSize);
    const ids: string[] = [];
    let cursor: string | null = null;
    let more = true;
    while (more && ids.length < length) {
      const page: Page = await this.fetchPage(Math.min(LARGEST_PAGE, length - ids.length), cursor);
      ids.push(...page.ids);
      cursor = page.endCursor;
      more = page.hasNextPage;
    }
    this.ids = withoutRepeats(ids);
    this.cursor = cursor;
    this.complete = !more;
  }
}

/** A list that changes while it is paged may name an entry on two pages. */
const withoutRepeats = (ids: string[]): string[] => [...new Set(ids)];
