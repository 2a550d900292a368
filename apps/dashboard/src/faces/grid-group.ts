import { type FaceState } from '../graphql/generated/graphql';
import { type FaceCriteria } from './face-criteria';

/** One group of a grid of faces: a person, an unknown person, or all faces that are alone. */
export interface GridGroup {
  key: string;
  title: string;
  /** Whose faces they are, or are suggested to be. */
  personName: string | null;
  /** Where the title leads. */
  href: string | null;
  coverUrl: string | null;
  criteria: FaceCriteria;
  /** How many faces there are as far as is known before they are loaded; null when nobody counted. */
  knownCount: number | null;
  /** What the header offers for all faces of the group at once. */
  action: 'confirm-all' | 'label-all' | null;
}

/** What is known of a group's faces now. */
export interface LoadedGroup extends GridGroup {
  ids: readonly string[];
  count: number;
  collapsed: boolean;
  failed: boolean;
}

/**
 * How many places a group needs: its loaded faces when all are loaded, else what the gateway counted, less what is
 * just leaving. Where nobody counted, one more row of places says that there is more.
 */
export function groupCount(
  knownCount: number | null,
  loaded: { ids: readonly string[]; leaving: number; complete: boolean; error: unknown },
  columns: number,
): number {
  if (loaded.complete) return loaded.ids.length;
  if (knownCount === null) return loaded.ids.length + (loaded.error ? 0 : columns * (loaded.ids.length === 0 ? 2 : 1));
  return Math.max(loaded.ids.length, knownCount - loaded.leaving);
}

/** Which state's buttons a selection gets; faces of several states get only what is possible for all. */
export function commonState(states: Iterable<FaceState>): FaceState | 'mixed' {
  const all = new Set(states);
  return all.size === 1 ? [...all][0]! : 'mixed';
}
