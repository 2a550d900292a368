import { type TypedDocumentString } from '../graphql/generated/graphql';
import { type Api } from './api';
import { type ApiError, toApiError } from './api-error';

export interface QueryState<Result> {
  data: Result | null;
  error: ApiError | null;
  loading: boolean;
}

interface Entry {
  document: TypedDocumentString<unknown, unknown>;
  variables: unknown;
  state: QueryState<unknown>;
  listeners: Set<() => void>;
  /** Another change came while the request was under way: its answer may be old. */
  again: boolean;
}

const NOTHING: QueryState<never> = { data: null, error: null, loading: true };

/**
 * Answers by document and variables. What was shown once is shown at once again and asked for in the background;
 * an error never replaces data that is there.
 */
export class QueryCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly api: Api) {}

  read<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): QueryState<Result> {
    return (this.entries.get(keyOf(document, variables))?.state ?? NOTHING) as QueryState<Result>;
  }

  /** Asks now and keeps listening until the returned function is called. */
  watch<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    listener: () => void,
  ): () => void {
    const entry = this.entry(document, variables);
    entry.listeners.add(listener);
    // An answer that is on its way is as new as another one would be.
    if (!entry.state.loading) void this.ask(entry);
    return () => entry.listeners.delete(listener);
  }

  /** Asks again for one answer, after it did not come. */
  retry<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): void {
    void this.ask(this.entry(document, variables));
  }

  /** Asks again for every answer to one of `documents` that somebody looks at, and forgets the others. */
  invalidate(...documents: { toString(): string }[]): void {
    const texts = new Set(documents.map(String));
    for (const [key, entry] of this.entries) {
      if (texts.size > 0 && !texts.has(String(entry.document))) continue;
      if (entry.listeners.size === 0) this.entries.delete(key);
      else void this.ask(entry);
    }
  }

  /** Replaces an answer by what a mutation or event said. */
  write<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    update: (data: Result | null) => Result | null,
  ): void {
    const entry = this.entry(document, variables);
    this.enter(entry, { ...entry.state, data: update(entry.state.data as Result | null) });
  }

  private entry<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Entry {
    const key = keyOf(document, variables);
    let entry = this.entries.get(key);
    if (!entry) {
      entry = {
        document: document as unknown as TypedDocumentString<unknown, unknown>,
        variables,
        state: { data: null, error: null, loading: false },
        listeners: new Set(),
        again: false,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  private async ask(entry: Entry): Promise<void> {
    if (entry.state.loading) {
      entry.again = true;
      return;
    }
    this.enter(entry, { ...entry.state, loading: true });
    try {
      const data = await this.api.request(entry.document, entry.variables);
      this.enter(entry, { data, error: null, loading: false });
    } catch (thrown) {
      this.enter(entry, { data: entry.state.data, error: toApiError(thrown), loading: false });
    }
    if (!entry.again) return;
    entry.again = false;
    void this.ask(entry);
  }

  private enter(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }
}

const keyOf = (document: { toString(): string }, variables: unknown): string =>
  `${JSON.stringify(variables)} ${document.toString()}`;
