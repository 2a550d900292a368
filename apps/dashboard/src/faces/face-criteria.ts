import { type FaceSort, type FaceState, type FaceTileFragment } from '../graphql/generated/graphql';

/** A face as every view shows it. */
export type Face = FaceTileFragment;

/** Which faces a list has, and in which order. */
export interface FaceCriteria {
  state: FaceState;
  personId?: string;
  /** Only faces that belong to nobody. */
  alone?: boolean;
  sort: FaceSort;
}

export const criteriaKey = (criteria: FaceCriteria): string =>
  [criteria.state, criteria.personId ?? (criteria.alone ? 'alone' : ''), criteria.sort].join(' ');

/** Whether a face belongs in a list, as far as the dashboard knows: used until the list is read again. */
export function matches(face: Face, criteria: FaceCriteria): boolean {
  if (face.state !== criteria.state) return false;
  if (criteria.personId !== undefined) return face.person?.id === criteria.personId;
  return !criteria.alone || face.person === null;
}
