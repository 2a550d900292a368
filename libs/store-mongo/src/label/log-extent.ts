/** A stretch of sequences that is being filled, both ends included. */
export interface Place {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** What of the log is valid, in one document: all up to a sequence but for places that are being filled. */
export interface LogExtent {
  readonly _id: string;
  /** The last sequence that is given to a decision or reserved for one. */
  readonly n: number;
  /** In the order of the log. */
  readonly places?: readonly Place[];
}

export const placesOf = ({ places = [] }: LogExtent): readonly Place[] => places;

export function isValid(extent: LogExtent, sequence: number): boolean {
  return (
    sequence <= extent.n && !placesOf(extent).some(({ first, last }) => first <= sequence && sequence <= last)
  );
}

/** The last sequence before the first place. */
export function lastTold(extent: LogExtent): number {
  const [place] = placesOf(extent);
  return place === undefined ? extent.n : place.first - 1;
}

export const grown = (extent: LogExtent, count: number): LogExtent => ({ ...extent, n: extent.n + count });

export function withPlace(extent: LogExtent, id: string, count: number): LogExtent {
  const n = extent.n + count;
  return { ...extent, n, places: [...placesOf(extent), { id, first: extent.n + 1, last: n }] };
}

export function withoutPlace(extent: LogExtent, id: string): LogExtent {
  return { ...extent, places: placesOf(extent).filter((place) => place.id !== id) };
}
