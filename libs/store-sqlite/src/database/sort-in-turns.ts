/** So many are sorted, or merged, before giving way. */
const STEP = 4096;

/** The same items in order, as a new list; items that compare alike stay as they are. */
export function* sortInTurns<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, T[]> {
  let lists: T[][] = [];
  for (let start = 0; start < items.length; start += STEP) {
    lists.push(items.slice(start, start + STEP).sort(compare));
    yield;
  }
  while (lists.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < lists.length; at += 2)
      merged.push(yield* mergeInTurns(lists[at]!, lists[at + 1] ?? [], compare));
    lists = merged;
  }
  return lists[0] ?? [];
}

function* mergeInTurns<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, T[]> {
  const merged: T[] = [];
  for (let [left, right] = [0, 0]; left < one.length || right < other.length;) {
    const isLeft = right === other.length || (left < one.length && compare(one[left]!, other[right]!) <= 0);
    merged.push(isLeft ? one[left++]! : other[right++]!);
    if (merged.length % STEP === 0) yield;
  }
  return merged;
}
