import { isDeepStrictEqual } from 'node:util';
import { KindredError } from '@kindred/domain';

/** Something whose configuration the server keeps, as people know it: `stream KINDRED_PHOTOS`. */
export type Configured = `stream ${string}` | `consumer ${string}`;

/** A field that the server has otherwise than this version of Kindred wants it. */
export interface Drift {
  readonly of: Configured;
  readonly field: string;
  readonly found: unknown;
  readonly wanted: unknown;
}

/** What became of a difference: the server's value was changed, or kept because a newer Kindred had set it. */
export interface SettledDrift extends Drift {
  readonly kept: boolean;
}

/** What Kindred says about a stream or consumer; whatever else somebody set there is theirs. */
export interface Wanted<C extends object> {
  readonly of: Configured;
  /** Fields that the server lets be changed without losing anything. */
  readonly changeable: Partial<C>;
  /** Fields that only a new stream or consumer can have: another value means that it is not what we rely on. */
  readonly fixed: Partial<C>;
}

/** The fields of `wanted` that are otherwise in `found`. Lists are compared without regard to their order. */
export function driftOf<C extends object>(of: Configured, found: C, wanted: Partial<C>): Drift[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const there = (found as Record<string, unknown>)[field];
    return isDeepStrictEqual(comparable(there), comparable(value))
      ? []
      : [{ of, field, found: there, wanted: value }];
  });
}

/** @throws KindredError `BUS_CONFIGURATION_CONFLICT` for the first difference. */
export function refuse([drift]: readonly Drift[], hint: string): void {
  if (drift === undefined) return;
  const { of, field, found, wanted } = drift;
  throw new KindredError(
    'BUS_CONFIGURATION_CONFLICT',
    `The ${of} has ${field} ${shown(found)}, but Kindred needs ${shown(wanted)}, which cannot be changed.`,
    { about: `${of}: ${field}`, hint },
  );
}

export const shown = (value: unknown): string => (value === undefined ? 'not set' : JSON.stringify(value));

/** Servers leave out what is false, and keep lists in an order of their own. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as string[])].sort();
  return value === false ? undefined : value;
}
