/** A year, `2020`, or a month, `2020-02`, with the number of faces of its photos. */
export interface Period {
  key: string;
  count: number;
}

/** Months with their counts, each once: a large month comes in several buckets. */
export const monthsOf = (buckets: readonly Period[]): Period[] => together(buckets, (key) => key);

/** Years with the counts of their months. */
export const yearsOf = (months: readonly Period[]): Period[] => together(months, (key) => key.slice(0, 4));

/** From the first moment of a year or a month to that of the next. */
export function spanOf(key: string): { takenFrom: string; takenBefore: string } {
  const [year, month] = key.split('-').map(Number);
  const start = (months: number) => new Date(Date.UTC(year!, months, 1)).toISOString();
  return month === undefined
    ? { takenFrom: start(0), takenBefore: start(12) }
    : { takenFrom: start(month - 1), takenBefore: start(month) };
}

function together(periods: readonly Period[], keyOf: (key: string) => string): Period[] {
  const counts = new Map<string, number>();
  for (const { key, count } of periods) counts.set(keyOf(key), (counts.get(keyOf(key)) ?? 0) + count);
  return [...counts].map(([key, count]) => ({ key, count }));
}
