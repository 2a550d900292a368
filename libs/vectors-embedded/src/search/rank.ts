export interface Found {
  readonly face: string;
  readonly similarity: number;
}

/** The `count` most similar, most similar first. Equally similar faces are ranked by their ids. */
export function ranked(found: Found[], count: number): Found[] {
  return found.sort(byRank).slice(0, count);
}

function byRank(one: Found, other: Found): number {
  return other.similarity - one.similarity || (one.face < other.face ? -1 : 1);
}
