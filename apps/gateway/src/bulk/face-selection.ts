import type { api } from '@kindred/contracts';
import { type FaceFilter, type FaceOutline, isFaceId, KindredError, pagesOf } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { faceFilterOf } from '../faces/face-filter';
import type { People } from '../people/people.use-case';

/** How many faces can be left out of a selection. */
export const MOST_EXCEPT = 10_000;

/**
 * The faces of a selection, a page at a time in the event loop.
 * @throws KindredError `CONFLICT` with their count when there are more or fewer than expected; `ARGUMENT_INVALID`,
 * `NOT_FOUND`.
 */
export async function selectFaces(
  ports: Pick<Ports, 'faces'>,
  people: People,
  { filter, except, expectedCount }: api.FaceSelection,
): Promise<readonly FaceOutline[]> {
  const excluded = checkedIds(except ?? []);
  if (expectedCount < 0) throw new KindredError('ARGUMENT_INVALID', '`expectedCount` cannot be negative.');
  const faces = await readAll(ports, await faceFilterOf(people, filter), excluded);
  if (faces.length === expectedCount) return faces;
  throw new KindredError(
    'CONFLICT',
    `There are ${faces.length} such faces now, not ${expectedCount}; nothing was done.`,
    { count: faces.length, hint: 'Look at them again.' },
  );
}

async function readAll(
  { faces }: Pick<Ports, 'faces'>,
  filter: FaceFilter,
  excluded: ReadonlySet<string>,
): Promise<FaceOutline[]> {
  const selected: FaceOutline[] = [];
  for await (const page of pagesOf((request) => faces.outlines({ ...filter, ...request })))
    for (const face of page) if (!excluded.has(face.id)) selected.push(face);
  return selected;
}

function checkedIds(ids: readonly string[]): ReadonlySet<string> {
  if (ids.length > MOST_EXCEPT) {
    throw new KindredError(
      'ARGUMENT_INVALID',
      `At most ${MOST_EXCEPT} faces can be left out; these are ${ids.length}.`,
      { hint: 'Use a narrower filter.' },
    );
  }
  const wrong = ids.find((id) => !isFaceId(id));
  if (wrong === undefined) return new Set(ids);
  throw new KindredError('ARGUMENT_INVALID', `${JSON.stringify(wrong.slice(0, 80))} is no face id.`);
}
