import {
  type FaceFilter,
  type FaceSort,
  type FaceState,
  type FaceTileFragment,
} from '../graphql/generated/graphql';

/** The states that have a tab of their own. */
export type TabState = Exclude<FaceState, 'IGNORED'>;

/** A face as every view shows it. */
export type Face = FaceTileFragment;

/** What somebody narrows the faces on the screen to. */
export type FaceLimits = Partial<
  Record<'minimumConfidence' | 'maximumConfidence' | 'minimumQuality', number> &
    Record<'takenFrom' | 'takenBefore' | 'folder', string>
>;

/** Which faces a list has, and in which order. */
export interface FaceCriteria {
  state: FaceState;
  personId?: string;
  /** Only faces that belong to nobody. */
  alone?: boolean;
  limits?: FaceLimits;
  sort: FaceSort;
}

export const criteriaKey = (criteria: FaceCriteria): string => {
  const { state, personId, alone, sort, limits } = criteria;
  return [state, personId ?? (alone ? 'alone' : ''), sort, ...limitsKey(limits)].join(' ');
};

/** The same faces, in whatever order. */
export const facesKey = (criteria: FaceCriteria): string => criteriaKey({ ...criteria, sort: 'DATE' });

const limitsKey = (limits: FaceLimits | undefined): string[] =>
  Object.entries(limits ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .sort();

/** Criteria as the gateway takes them. */
export const filterOf = ({ state, personId, alone, limits }: FaceCriteria): FaceFilter => ({
  state,
  ...(personId !== undefined && { person: personId }),
  ...(alone && { alone }),
  ...limits,
});

/**
 * Whether a face belongs in a list, as far as the dashboard knows: used until the list is read again. It does not know
 * which folder a face is from; that never changes.
 */
export function matches(face: Face, criteria: FaceCriteria): boolean {
  if (face.state !== criteria.state) return false;
  if (criteria.personId !== undefined && face.person?.id !== criteria.personId) return false;
  if (criteria.alone && face.person !== null) return false;
  return !criteria.limits || isWithin(face, criteria.limits);
}

function isWithin(face: Face, limits: FaceLimits): boolean {
  const { minimumConfidence, maximumConfidence, minimumQuality, takenFrom, takenBefore } = limits;
  if (minimumConfidence !== undefined && (face.confidence ?? -1) < minimumConfidence) return false;
  if (maximumConfidence !== undefined && (face.confidence ?? 2) > maximumConfidence) return false;
  if (minimumQuality !== undefined && face.quality.overall < minimumQuality) return false;
  if (takenFrom !== undefined && instant(face.date) < instant(takenFrom)) return false;
  return takenBefore === undefined || instant(face.date) < instant(takenBefore);
}

/** Photos say when they were taken without a zone; they are compared as if all were in one. */
const instant = (date: string): number => Date.parse(/Z|[+-]\d\d:?\d\d$/.test(date) ? date : `${date}Z`);

/** Whether the faces of `part` are certainly all among those of `whole`. */
export function includes(whole: FaceCriteria, part: FaceCriteria): boolean {
  if (whole.state !== part.state) return false;
  if (whole.personId !== undefined && whole.personId !== part.personId) return false;
  if (whole.alone && !part.alone) return false;
  const limits = limitsKey(part.limits);
  return limitsKey(whole.limits).every((limit) => limits.includes(limit));
}
