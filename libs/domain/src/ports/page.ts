/** One page of a longer, stably ordered list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque place after the last item; null when there is nothing more. */
  readonly next: string | null;
  /** Cursor of each item, so that an API can hand out one per edge. */
  readonly cursors: readonly string[];
}

export interface PageRequest {
  /** 1 to 1 000. */
  readonly limit: number;
  /** The `next` or a `cursors` entry of an earlier page. @throws KindredError `ARGUMENT_INVALID` when malformed. */
  readonly after?: string | null;
}
