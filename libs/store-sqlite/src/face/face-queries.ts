import type { FaceFilter, FaceSort, FaceState } from '@kindred/domain';
import { instantOf } from '@kindred/domain';
import type { Value } from '@kindred/sqlite';
import type { PageQuery } from '../database/page-query';

export type Measure = 'taken' | 'quality' | 'certainty';

/** Part of a statement, or a whole one, with what its question marks stand for. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

/** From this value, included, to that one, which is included when it says so. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
  readonly toIncluded?: boolean;
}

/** A filter and an order, as the indexes of faces have them. */
export interface FaceSelection {
  /** Names the order in cursors. */
  readonly order: string;
  readonly measure: Measure;
  readonly direction: 'ASC' | 'DESC';
  /** Each answers from one index in that order; together they are what is selected. */
  readonly branches: readonly Condition[];
  /** Of the measure that they are sorted by. */
  readonly range: Range;
  /** What must be looked at for each face. */
  readonly rest: readonly Condition[];
  /** The faces, and the index by which they are read. */
  readonly source: string;
  /** Whether they are few and are sorted when they are read, since no index has them in that order. */
  readonly isSorted: boolean;
}

/** What is shown unless somebody asks for ignored faces. */
const STATES = ['labeled', 'inferred', 'unknown'] as const;
const ORDERS: Readonly<Record<FaceSort, Pick<FaceSelection, 'measure' | 'direction'>>> = {
  DATE: { measure: 'taken', direction: 'DESC' },
  OLDEST: { measure: 'taken', direction: 'ASC' },
  QUALITY: { measure: 'quality', direction: 'DESC' },
  CONFIDENCE: { measure: 'certainty', direction: 'DESC' },
  UNCERTAIN: { measure: 'certainty', direction: 'ASC' },
};

export function selectionOf(filter: FaceFilter, sort: FaceSort = 'DATE'): FaceSelection {
  const order = ORDERS[sort];
  const ranges = rangesOf(filter);
  const others = [...ranges].filter(([measure]) => measure !== order.measure);
  return {
    order: `faces:${sort}`,
    ...order,
    branches: statesOf(filter).map((state) => branchOf(state, filter.person)),
    range: ranges.get(order.measure) ?? {},
    rest: [
      ...others.flatMap(([measure, range]) => within(measure, range)),
      ...(filter.folder === undefined ? [] : [belowFolder(filter.folder)]),
    ],
    source: `faces INDEXED BY faces${filter.person === undefined ? '' : '_of_person'}_by_${order.measure}`,
    isSorted: false,
  };
}

/** The order in which the fewest faces must be looked at to count those that match. */
export function countingOrder({ confidence, taken, minimumQuality }: FaceFilter): FaceSort {
  if (confidence !== undefined) return 'CONFIDENCE';
  return taken === undefined && minimumQuality !== undefined ? 'QUALITY' : 'DATE';
}

/** That a measure is in a range. */
export function within(measure: Measure, { from, to, toIncluded = false }: Range): Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: `${measure} >= ?`, parameters: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${measure} ${toIncluded ? '<=' : '<'} ?`, parameters: [to] }]),
  ];
}

/** Only inferred faces have a confidence. */
function statesOf({ state, confidence }: FaceFilter): readonly FaceState[] {
  const wanted = state === undefined ? STATES : [state];
  return confidence === undefined ? wanted : wanted.filter((one) => one === 'inferred');
}

function branchOf(state: FaceState, person: string | null | undefined): Condition {
  if (person === undefined) return { sql: 'state = ?', parameters: [state] };
  if (person === null) return { sql: 'person IS NULL AND state = ?', parameters: [state] };
  return { sql: 'person = ? AND state = ?', parameters: [person, state] };
}

function rangesOf({ confidence, taken, minimumQuality }: FaceFilter): ReadonlyMap<Measure, Range> {
  const ranges = new Map<Measure, Range>();
  if (confidence !== undefined) ranges.set('certainty', { ...confidence, toIncluded: true });
  if (taken !== undefined) {
    const instant = (time: string | undefined) => (time === undefined ? undefined : instantOf(time));
    ranges.set('taken', { from: instant(taken.from), to: instant(taken.before) });
  }
  if (minimumQuality !== undefined) ranges.set('quality', { from: minimumQuality });
  return ranges;
}

/** That a face is in a folder or below it. */
export function belowFolder(folder: string): Condition {
  const { sql, parameters } = foldersIn(folder);
  return { sql: `folder IN (${sql})`, parameters };
}

/** The folder itself and all below it; paths have the separators of the computer that they are on. */
export function foldersIn(folder: string): Condition {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  const bare = folder.replace(/[\\/]+$/, '');
  const past = String.fromCharCode(separator.charCodeAt(0) + 1);
  return {
    sql: 'SELECT seq FROM folders WHERE path >= ? AND path < ?',
    parameters: [bare + separator, bare + past],
  };
}

export const SCROLL_QUERY: PageQuery = {
  order: 'faces:id',
  table: 'faces',
  branches: [{ where: 'deleted IS NULL' }],
  keys: { id: 'string' },
  direction: 'ASC',
};
