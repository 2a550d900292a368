import { type ApiError, toApiError } from '../api/api-error';
import { type Page } from './paged-list';

/** Where reading begins: `skip` entries after a cursor, or after the beginning. */
export interface Place {
  after: string | null;
  skip: number;
}

/** A position of a list with the cursor of what comes before it. */
export interface Landmark {
  position: number;
  after: string;
}

/** A list at the gateway that can be read from anywhere; entries themselves are kept by whoever passes this. */
export interface ListSource {
  page: (place: Place, first: number) => Promise<Page>;
  /** How long the list is, and landmarks no further apart than may be skipped. */
  measure: () => Promise<{ count: number; landmarks: readonly Landmark[] }>;
}

/** Entries that follow each other; `start` is the position of the first. */
export interface Run {
  start: number;
  ids: readonly string[];
}

const PAGE = 100;
const MOST_AT_ONCE = 5 * PAGE;
/** The gateway skips no more than this. */
const MOST_SKIPPED = 10_000;
/** Pages kept on either side of what is looked at; others are read again when somebody comes back. */
const KEPT_BESIDE = 8;

interface LoadedPage {
  ids: readonly string[];
  endCursor: string | null;
}

/** Pages `first` to `last`, without `last`. */
interface PageRange {
  first: number;
  last: number;
}

/**
 * The part that somebody looks at of a list of any length. It is read from wherever they look, far pages are dropped,
 * and refreshing swaps in one step what is looked at. What it holds does not grow with the list.
 */
export class SparseList {
  /** Why the last page could not be read; nothing is asked until `retry` or `refresh`. */
  error: ApiError | null = null;
  /** Grows with each change. */
  version = 0;
  private pages = new Map<number, LoadedPage>();
  private length: number | null = null;
  private landmarks: readonly Landmark[] | null = null;
  private wanted: PageRange | null = null;
  private stale = false;
  private working: Promise<void> | null = null;
  private joined: { version: number; runs: readonly Run[] } = { version: -1, runs: [] };

  constructor(
    private readonly source: ListSource,
    private readonly onChange: () => void,
    /** The length is asked for: nobody else knows it. */
    private readonly measured = false,
  ) {}

  get loading(): boolean {
    return this.working !== null;
  }

  /** How many entries there are, as far as that was ever known. */
  get count(): number | null {
    return this.length;
  }

  /** What is here may be old, and is to be read again. */
  get expired(): boolean {
    return this.stale;
  }

  /** What is loaded, in the order of the list. */
  get runs(): readonly Run[] {
    if (this.joined.version !== this.version) {
      this.joined = { version: this.version, runs: join(this.pages) };
    }
    return this.joined.runs;
  }

  /** Makes the entries from `from` to `to`, without `to`, available if there are such. */
  want(from: number, to: number): Promise<void> {
    this.wanted = {
      first: Math.floor(Math.max(0, from) / PAGE),
      last: Math.ceil(Math.max(from + 1, to) / PAGE),
    };
    if (this.error) return Promise.resolve();
    return this.stale || this.missing() ? this.work() : Promise.resolve();
  }

  /** Reads entries without keeping them. Throws the `ApiError` that ended it. */
  async read(from: number, to: number): Promise<string[]> {
    const ids: string[] = [];
    let place = await this.placeOf(from);
    while (ids.length < to - from) {
      const page = await this.source
        .page(place, Math.min(MOST_AT_ONCE, to - from - ids.length))
        .catch(rethrow);
      ids.push(...page.ids);
      if (!page.hasNextPage) break;
      place = { after: page.endCursor, skip: 0 };
    }
    return ids;
  }

  /** Reads again now what is looked at. */
  refresh(): Promise<void> {
    this.expire();
    return this.stale ? this.work() : Promise.resolve();
  }

  /** Reads again when somebody next asks for an entry. */
  expire(): void {
    if (this.wanted === null) return;
    this.stale = true;
    this.error = null;
  }

  retry(): Promise<void> {
    this.error = null;
    return this.work();
  }

  private work(): Promise<void> {
    this.working ??= this.readWanted().finally(() => {
      this.working = null;
      this.onChange();
    });
    return this.working;
  }

  private async readWanted(): Promise<void> {
    // Begins a moment later, so that everything asked for in the same moment is read together.
    await Promise.resolve();
    try {
      for (;;) {
        const missing = this.missing();
        if (this.stale) await this.readAgain();
        else if (this.measured && this.length === null) await this.measure();
        else if (missing) await this.readPages(this.pages, missing);
        else return;
        this.version += 1;
        this.onChange();
      }
    } catch (thrown) {
      this.stale = false;
      this.error = toApiError(thrown);
    }
  }

  /** The first stretch of wanted pages that are not here. */
  private missing(): PageRange | null {
    if (!this.wanted) return null;
    const end =
      this.length === null ? this.wanted.last : Math.min(this.wanted.last, Math.ceil(this.length / PAGE));
    let { first } = this.wanted;
    while (first < end && this.pages.has(first)) first += 1;
    if (first >= end) return null;
    let last = first + 1;
    while (last < end && !this.pages.has(last) && (last - first) * PAGE < MOST_AT_ONCE) last += 1;
    return { first, last };
  }

  private async readAgain(): Promise<void> {
    this.stale = false;
    this.landmarks = null;
    const { wanted } = this;
    const pages = new Map<number, LoadedPage>();
    let length: number | null = null;
    if (this.measured) length = await this.lengthNow();
    for (let first = wanted?.first ?? 0; wanted && first < wanted.last; first += MOST_AT_ONCE / PAGE) {
      const range = { first, last: Math.min(wanted.last, first + MOST_AT_ONCE / PAGE) };
      const end = await this.readInto(pages, range);
      if (this.stale) return;
      length = end ?? length;
      if (end !== null) break;
    }
    this.pages = pages;
    this.length = length;
  }

  private async readPages(pages: Map<number, LoadedPage>, range: PageRange): Promise<void> {
    const read = new Map<number, LoadedPage>();
    const before = pages.get(range.first - 1);
    if (before) read.set(range.first - 1, before);
    const end = await this.readInto(read, range);
    if (this.stale) return;
    for (const [number, page] of read) pages.set(number, page);
    if (end !== null) this.length = end;
    this.dropFarPages();
  }

  /** Answers where the list ends, if that was seen. */
  private async readInto(pages: Map<number, LoadedPage>, { first, last }: PageRange): Promise<number | null> {
    const before = pages.get(first - 1)?.endCursor ?? null;
    const place = before === null ? await this.placeOf(first * PAGE) : { after: before, skip: 0 };
    const answer = await this.source.page(place, (last - first) * PAGE);
    for (let number = first; number < last; number += 1) {
      const at = (number - first) * PAGE;
      const ids = answer.ids.slice(at, at + PAGE);
      const isEnd = at + PAGE >= answer.ids.length;
      pages.set(number, { ids, endCursor: isEnd && ids.length === PAGE ? answer.endCursor : null });
    }
    if (answer.hasNextPage) return null;
    if (answer.ids.length > 0 || first === 0) return first * PAGE + answer.ids.length;
    // The list has become shorter than where somebody looks.
    return this.lengthNow();
  }

  private async measure(): Promise<void> {
    const length = await this.lengthNow();
    if (!this.stale) this.length = length;
  }

  private async lengthNow(): Promise<number> {
    const { count, landmarks } = await this.source.measure();
    this.landmarks = landmarks;
    return count;
  }

  private async placeOf(position: number): Promise<Place> {
    if (position <= MOST_SKIPPED) return { after: null, skip: position };
    if (this.landmarks === null) await this.lengthNow();
    const before = landmarkBefore(this.landmarks!, position);
    if (!before) return { after: null, skip: MOST_SKIPPED };
    // Beyond the end there is nothing to skip to.
    return { after: before.after, skip: Math.min(MOST_SKIPPED, position - before.position) };
  }

  private dropFarPages(): void {
    if (!this.wanted) return;
    const { first, last } = this.wanted;
    for (const number of this.pages.keys()) {
      if (number < first - KEPT_BESIDE || number >= last + KEPT_BESIDE) this.pages.delete(number);
    }
  }
}

/** Pages that follow each other become one; an entry that moved between two pages is named once. */
function join(pages: ReadonlyMap<number, LoadedPage>): readonly Run[] {
  const runs: { start: number; ids: string[] }[] = [];
  const seen = new Set<string>();
  for (const number of [...pages.keys()].sort((one, other) => one - other)) {
    const ids = pages.get(number)!.ids.filter((id) => !seen.has(id) && seen.add(id));
    const last = runs.at(-1);
    if (last && last.start + last.ids.length === number * PAGE) last.ids.push(...ids);
    else if (ids.length > 0) runs.push({ start: number * PAGE, ids });
  }
  return runs;
}

function landmarkBefore(landmarks: readonly Landmark[], position: number): Landmark | undefined {
  let low = 0;
  let high = landmarks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (landmarks[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  return landmarks[low - 1];
}

function rethrow(thrown: unknown): never {
  throw toApiError(thrown);
}
