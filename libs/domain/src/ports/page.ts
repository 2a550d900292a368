/**
 * One page of a longer list in a total order, in which what is equal by the sort has a fixed order too. What is in the
 * list, unchanged, while it is read page by page appears exactly once, whatever is added and removed meanwhile.
 */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque place after the last item; null exactly when there is nothing more. */
  readonly next: string | null;
  /** Cursor of each item, so that an API can hand out one per edge; good even when the item is gone. */
  readonly cursors: readonly string[];
}

export interface PageRequest {
  /** A whole number from 1 to 1 000. @throws KindredError `ARGUMENT_INVALID` otherwise. */
  readonly limit: number;
  /**
   * The `next` or a `cursors` entry of an earlier page of the same list in the same order.
   * @throws KindredError `ARGUMENT_INVALID` when malformed or of another list or order.
   */
  readonly after?: string | null;
}
