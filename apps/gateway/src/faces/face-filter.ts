import type { api } from '@kindred/contracts';
import {
  type FaceFilter,
  type FaceGroupQuery,
  type FaceState,
  KindredError,
  type PageRequest,
  type PersonId,
} from '@kindred/domain';
import type { People } from '../people/people.use-case';

/** Longer paths exist on no computer. */
const LONGEST_PATH = 4096;

/** A filter as stores know it. @throws KindredError `ARGUMENT_INVALID`, or `NOT_FOUND` for a person who is not there. */
export async function faceFilterOf(
  people: People,
  given: api.FaceFilter | null | undefined,
): Promise<FaceFilter> {
  const { person, alone, ...rest } = given ?? {};
  if (person === null || person === undefined)
    return { ...filterOfAnybody(rest), person: alone === true ? null : undefined };
  if (alone === true) throw new KindredError('ARGUMENT_INVALID', '`person` and `alone` cannot be combined.');
  return { ...filterOfAnybody(rest), person: (await people.require(person)).id };
}

/** A filter of the faces of one person, who is given already. @throws KindredError `ARGUMENT_INVALID`. */
export function facesOfPerson(id: PersonId, given: api.FaceFilter | null | undefined): FaceFilter {
  const { person, alone, ...rest } = given ?? {};
  if ((person ?? id) === id && alone !== true) return { ...filterOfAnybody(rest), person: id };
  throw new KindredError('ARGUMENT_INVALID', 'The faces of a person are of nobody else.', {
    hint: 'Leave out `person` and `alone`.',
  });
}

/** A filter of which the faces are counted for each person. @throws KindredError `ARGUMENT_INVALID`. */
export function filterOfGroups(given: api.FaceFilter): Omit<FaceGroupQuery, keyof PageRequest | 'sort'> {
  const { person, alone, ...rest } = given;
  if ((person ?? null) !== null || alone === true)
    throw new KindredError('ARGUMENT_INVALID', 'Groups of faces are of everybody.', {
      hint: 'Leave out `person` and `alone`.',
    });
  const { state, ...filter } = filterOfAnybody(rest);
  if (state !== undefined && state !== 'ignored') return { ...filter, state };
  throw new KindredError('ARGUMENT_INVALID', 'Groups of faces are of one state.', {
    hint: 'Give `state` as `LABELED`, `INFERRED` or `UNKNOWN`.',
  });
}

/** All of a filter but whose faces are meant. @throws KindredError `ARGUMENT_INVALID`. */
function filterOfAnybody(given: Omit<api.FaceFilter, 'person' | 'alone'>): FaceFilter {
  return {
    state: given.state === null ? undefined : (given.state?.toLowerCase() as FaceState | undefined),
    confidence: rangeOf(given.minimumConfidence, given.maximumConfidence),
    taken: timesOf(given.takenFrom, given.takenBefore),
    folder: folderOf(given.folder),
    minimumQuality: shareOf('minimumQuality', given.minimumQuality),
  };
}

function rangeOf(minimum: Given<number>, maximum: Given<number>): FaceFilter['confidence'] {
  const [from, to] = [shareOf('minimumConfidence', minimum), shareOf('maximumConfidence', maximum)];
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to)
    throw new KindredError('ARGUMENT_INVALID', '`minimumConfidence` is above `maximumConfidence`.');
  return { from, to };
}

function timesOf(earliest: Given<string>, latest: Given<string>): FaceFilter['taken'] {
  const [from, before] = [timeOf('takenFrom', earliest), timeOf('takenBefore', latest)];
  return from === undefined && before === undefined ? undefined : { from, before };
}

type Given<T> = T | null | undefined;

function shareOf(name: string, value: Given<number>): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value >= 0 && value <= 1) return value;
  throw new KindredError('ARGUMENT_INVALID', `\`${name}\` must be from 0 to 1; it is ${value}.`);
}

function timeOf(name: string, value: Given<string>): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Number.isNaN(Date.parse(value))) return value;
  const shown = JSON.stringify(value.slice(0, 80));
  throw new KindredError('ARGUMENT_INVALID', `\`${name}\` must be a time in ISO 8601; it is ${shown}.`);
}

function folderOf(value: Given<string>): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value.trim() !== '' && value.length <= LONGEST_PATH) return value;
  throw new KindredError('ARGUMENT_INVALID', '`folder` must be the path of a folder.', {
    hint: 'Leave it out to look at all folders.',
  });
}
