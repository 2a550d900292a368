import { type FaceState } from '../graphql/generated/graphql';
import { type FaceLimits } from './face-criteria';
import { SORTING_CHOICES, type Sorting } from './sorting';

/** What somebody looks at on a page of faces. All of it is in the address, so that Back and links lead there again. */
export interface BoardView {
  sorting: Sorting;
  /** All faces in one list, instead of one for each person. */
  together: boolean;
  /** They are together only because of limits: without any they are by person again. */
  onlyWhileLimited: boolean;
  limits: FaceLimits;
}

/** Percent in the address, fractions everywhere else. */
const SHARES = {
  sure: 'minimumConfidence',
  'sure-to': 'maximumConfidence',
  quality: 'minimumQuality',
} as const;
const DATES = { from: 'takenFrom', to: 'takenBefore' } as const;

export function limitsOf(address: URLSearchParams): FaceLimits {
  const limits: FaceLimits = {};
  for (const [name, limit] of Object.entries(SHARES)) {
    const percent = Number(address.get(name) ?? NaN);
    if (percent >= 0 && percent <= 100) limits[limit] = percent / 100;
  }
  const [from, to] = [dayOf(address.get('from')), dayOf(address.get('to'))];
  if (from) limits.takenFrom = `${from}T00:00:00.000Z`;
  if (to) limits.takenBefore = `${nextDay(to)}T00:00:00.000Z`;
  const folder = address.get('folder');
  if (folder) limits.folder = folder;
  return limits;
}

/** The address with other limits; everything else in it stays. */
export function withLimits(address: URLSearchParams, limits: FaceLimits): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const name of [...Object.keys(SHARES), ...Object.keys(DATES), 'folder']) next.delete(name);
  for (const [name, limit] of Object.entries(SHARES)) {
    const share = limits[limit];
    if (share !== undefined) next.set(name, String(Math.round(share * 100)));
  }
  if (limits.takenFrom !== undefined) next.set('from', limits.takenFrom.slice(0, 10));
  if (limits.takenBefore !== undefined) next.set('to', lastDay(limits.takenBefore));
  if (limits.folder !== undefined) next.set('folder', limits.folder);
  return next;
}

export const isLimited = (limits: FaceLimits): boolean =>
  Object.values(limits).some((value) => value !== undefined);

/** The day before a limit begins, which is the last one that counts. */
export const lastDay = (takenBefore: string): string => shiftDay(takenBefore.slice(0, 10), -1);
export const nextDay = (day: string): string => shiftDay(day, 1);

const DAY_MS = 24 * 60 * 60 * 1000;
const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** A day that exists, as `2020-02-29`. */
function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** The order that an address names, completed by what was chosen last. */
export function sortingOf(address: URLSearchParams, state: FaceState, chosen: Sorting): Sorting {
  const { people, faces } = SORTING_CHOICES[state];
  return {
    people: people.find((sort) => sort === address.get('people')) ?? chosen.people,
    faces: faces.find((sort) => sort === address.get('order')) ?? chosen.faces,
  };
}
