import type { Condition, Measure, Range } from './face-queries';

/** Where a face is in the order of a selection. */
export interface Place {
  readonly key: number;
  readonly seq: number;
}

/** Faces between two places, both of them excluded. */
export interface Span {
  readonly above?: Place;
  readonly below?: Place;
}

/** Numbers of faces count from 1, so that 0 comes before the first face of a value, and this after the last. */
const LAST = Number.MAX_SAFE_INTEGER;

export function spanOf({ from, to, toIncluded = false }: Range): Span {
  return {
    ...(from !== undefined && { above: { key: from, seq: 0 } }),
    ...(to !== undefined && { below: { key: to, seq: toIncluded ? LAST : 0 } }),
  };
}

/** The faces that are in both. */
export function overlap(one: Span, other: Span): Span {
  const above = [one.above, other.above]
    .filter((place) => place !== undefined)
    .sort(byPlace)
    .at(-1);
  const below = [one.below, other.below]
    .filter((place) => place !== undefined)
    .sort(byPlace)
    .at(0);
  return { ...(above !== undefined && { above }), ...(below !== undefined && { below }) };
}

/**
 * That a face is in a span: each condition is one range of an index by the measure and then by number, and no face meets
 * two of them. SQLite would compare pairs of both by the measure alone, and pass over all faces that have it alike.
 */
export function conditionsOf(measure: Measure, { above, below }: Span): readonly Condition[] {
  if (above !== undefined && below !== undefined && byPlace(above, below) >= 0) return [];
  if (above !== undefined && above.key === below?.key) {
    const sql = `${measure} = ? AND seq > ? AND seq < ?`;
    return [{ sql, parameters: [above.key, above.seq, below.seq] }];
  }
  const conditions: Condition[] = [between(measure, { above, below })];
  if (above !== undefined && above.seq > 0 && above.seq < LAST)
    conditions.push({ sql: `${measure} = ? AND seq > ?`, parameters: [above.key, above.seq] });
  if (below !== undefined && below.seq > 0 && below.seq < LAST)
    conditions.push({ sql: `${measure} = ? AND seq < ?`, parameters: [below.key, below.seq] });
  return conditions;
}

/** That the value of a face is between those of two places, or one of them where all faces that have it are meant. */
function between(measure: Measure, { above, below }: Span): Condition {
  const bounds = [
    ...(above === undefined ? [] : [{ sql: `${measure} ${above.seq === 0 ? '>=' : '>'} ?`, key: above.key }]),
    ...(below === undefined
      ? []
      : [{ sql: `${measure} ${below.seq === LAST ? '<=' : '<'} ?`, key: below.key }]),
  ];
  if (bounds.length === 0) return { sql: 'true', parameters: [] };
  return { sql: bounds.map(({ sql }) => sql).join(' AND '), parameters: bounds.map(({ key }) => key) };
}

function byPlace(one: Place, other: Place): number {
  return one.key - other.key || one.seq - other.seq;
}
