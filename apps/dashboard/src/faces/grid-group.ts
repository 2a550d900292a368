import { type FaceState } from '../graphql/generated/graphql';
import { type FaceCriteria } from './face-criteria';
import { type Bucket, type FaceListView } from './face-lists';
import { type LoadedFaces } from './loaded-faces';

/** One group of a grid of faces: a person, an unknown person, or all faces that are alone. */
export interface GridGroup {
  key: string;
  title: string;
  /** Whose faces they are, or are suggested to be. */
  personName: string | null;
  /** Where the title leads. */
  href: string | null;
  coverUrl: string | null;
  /** Whoever it is of is hidden among people. */
  hidden: boolean;
  criteria: FaceCriteria;
  /** How many faces there are as far as is known before they are loaded; null when nobody counted. */
  knownCount: number | null;
  /** What the header offers for all faces of the group at once. */
  action: 'confirm-all' | 'label-all' | null;
  /** Faces of several people are in it. */
  mixed: boolean;
}

/** What is known of a group's faces now. */
export interface LoadedGroup extends GridGroup {
  faces: LoadedFaces;
  count: number;
  /** `count` is what somebody counted, and no guess. */
  counted: boolean;
  /** Where to jump to in it, as far as that is known. */
  buckets: readonly Bucket[];
  collapsed: boolean;
  failed: boolean;
}

/**
 * How many places a group needs: as many as its list has, if that is sure, else what the gateway counted, less what is
 * just leaving. Where nobody counted yet, a few places say that there is something.
 */
export function groupCount(
  knownCount: number | null,
  {
    faces,
    count,
    sure,
    leaving,
    error,
  }: Pick<FaceListView, 'faces' | 'count' | 'sure' | 'leaving' | 'error'>,
  columns: number,
): number {
  if (sure) return count!;
  const last = faces.runs.at(-1);
  const loaded = last ? last.start + last.ids.length : 0;
  if (knownCount !== null) return Math.max(loaded, knownCount - leaving);
  return count ?? Math.max(loaded, error ? 0 : columns * 2);
}

/** Which state's buttons a selection gets; faces of several states get only what is possible for all. */
export function commonState(states: Iterable<FaceState>): FaceState | 'mixed' {
  const all = new Set(states);
  return all.size === 1 ? [...all][0]! : 'mixed';
}
