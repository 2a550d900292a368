import { KindredError } from '../errors/kindred-error';
import { instantOf } from '../photo/instant';

declare const brand: unique symbol;

/** The day somebody was born, `1985-04-30`, or only the year, `1985`. */
export type BirthDate = string & { readonly [brand]: 'BirthDate' };

/** How old somebody is in a photo, or why that cannot be. */
export type Age =
  | {
      readonly kind: 'age';
      /** Whole years. */
      readonly years: number;
      /** False when only the year of birth is known: it may be one year less. */
      readonly exact: boolean;
    }
  | { readonly kind: 'impossible'; readonly because: 'before birth' | 'too old' };

/** Milliseconds since 1970 between which photos of somebody may have been taken. */
export interface LifeSpan {
  readonly from: number;
  readonly to: number;
}

/** Nobody older than this is in a photo. */
export const LONGEST_LIFE = 120;

/** Cameras write the time of where they are: around a birthday it is another day elsewhere. */
const ELSEWHERE = 14 * 60 * 60 * 1000;

/**
 * A date of birth that somebody may have at this time.
 * @param now ISO 8601.
 * @throws KindredError `ARGUMENT_INVALID` for anything but a day of the calendar or a year, and for one in the future.
 */
export function pastBirthDate(text: string, now: string): BirthDate {
  const date = parseBirthDate(text);
  if (date <= now) return date;
  throw new KindredError('ARGUMENT_INVALID', 'Nobody is born in the future.', {
    hint: 'Look at the year again.',
  });
}

/** @throws KindredError `ARGUMENT_INVALID` for anything but a day of the calendar or a year. */
export function parseBirthDate(text: string): BirthDate {
  if (isBirthDate(text)) return text;
  throw new KindredError('ARGUMENT_INVALID', `${text || 'Nothing'} is no date of birth.`, {
    hint: 'Write a day like 1985-04-30, or only the year.',
  });
}

export const isBirthDate = (text: string): text is BirthDate =>
  /^\d{4}(-\d{2}-\d{2})?$/.test(text) && isOnCalendar(text);

/** @param takenAt ISO 8601, as the camera wrote it. */
export function ageAt(birth: BirthDate, takenAt: string): Age {
  const { from, to } = lifeSpan(birth);
  const taken = instantOf(takenAt);
  if (taken < from) return { kind: 'impossible', because: 'before birth' };
  if (taken >= to) return { kind: 'impossible', because: 'too old' };
  return { kind: 'age', years: Math.max(0, yearsBetween(birth, takenAt.slice(0, 10))), exact: isDay(birth) };
}

/** Photos that were taken outside of it cannot be of somebody with this date of birth. */
export function lifeSpan(birth: BirthDate): LifeSpan {
  const year = Number(birth.slice(0, 4));
  const rest = isDay(birth) ? birth.slice(4) : '-01-01';
  // Who is known by the year only may be born at its end.
  const last = year + LONGEST_LIFE + (isDay(birth) ? 1 : 2);
  return { from: instantOf(`${birth.slice(0, 4)}${rest}`) - ELSEWHERE, to: startOf(last, rest) + ELSEWHERE };
}

/** The first moment of a day in a year; the day after it where that year has no such day. */
function startOf(year: number, rest: string): number {
  const [, month, day] = rest.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month! - 1, day);
  return date.getTime();
}

function yearsBetween(birth: BirthDate, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return isDay(birth) && day.slice(5) < birth.slice(5) ? years - 1 : years;
}

const isDay = (birth: BirthDate): boolean => birth.length > 4;

function isOnCalendar(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
