/** Something that takes longer the more faces there are. */
export interface Measured {
  readonly faces: number;
  readonly seconds: number;
}

/** The exponent with which time grows from one size to another: 1 where twice as many faces take twice as long. */
export function growthBetween(small: Measured, large: Measured): number {
  return Math.log(large.seconds / small.seconds) / Math.log(large.faces / small.faces);
}

/** From each size to the next. */
export function growths(measured: readonly Measured[]): number[] {
  return measured.slice(1).map((large, place) => growthBetween(measured[place]!, large));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
