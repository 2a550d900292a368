import {
  type Face,
  type FaceId,
  type FaceObservation,
  type FaceStanding,
  type FaceStore,
  type Failure,
  isFaceId,
  KindredError,
} from '@kindred/domain';

/** How many ids one mutation takes. */
export const MOST_IDS = 1000;

/** Where in the log of a face something was said, and where its last word was before. */
export interface Said {
  readonly before: number;
  readonly now: number;
}

/** What became of one id of a mutation. */
export interface FaceOutcome {
  readonly id: string;
  readonly failure: Failure | null;
  readonly said?: Said | null;
}

/** A face that something is said about; the standing is null for one that is deleted and may still come back. */
export type SpokenFace = Pick<FaceObservation, 'id' | 'photo' | 'box'> & {
  readonly standing: FaceStanding | null;
};

/** The faces that ids stand for, and for each id in the order given why it stands for none. */
export interface CheckedFaces<F> {
  readonly faces: readonly F[];
  readonly outcomes: readonly FaceOutcome[];
}

/** @throws KindredError `ARGUMENT_INVALID` when there are too many ids. */
export async function checkFaces(store: FaceStore, ids: readonly string[]): Promise<CheckedFaces<Face>> {
  return checked(ids, await store.getMany(wellFormed(ids)));
}

/** As `checkFaces`, with faces that are deleted and not erased yet. */
export async function checkDeletedFacesToo(
  store: FaceStore,
  ids: readonly string[],
): Promise<CheckedFaces<SpokenFace>> {
  const asked = wellFormed(ids);
  const deleted = (await store.deletedAmong(asked)).map((face): SpokenFace => ({ ...face, standing: null }));
  return checked(ids, [...(await store.getMany(asked)), ...deleted]);
}

/** @throws KindredError `ARGUMENT_INVALID` when there are too many. */
function wellFormed(ids: readonly string[]): readonly FaceId[] {
  refuseTooMany(ids);
  return [...new Set(ids)].filter((id): id is FaceId => isFaceId(id));
}

function checked<F extends SpokenFace>(ids: readonly string[], faces: readonly F[]): CheckedFaces<F> {
  const known = new Set<string>(faces.map(({ id }) => id));
  return { faces, outcomes: ids.map((id) => ({ id, failure: known.has(id) ? null : missingFace(id) })) };
}

/** @throws KindredError `ARGUMENT_INVALID`. */
export function refuseTooMany(ids: readonly string[]): void {
  if (ids.length <= MOST_IDS) return;
  throw new KindredError(
    'ARGUMENT_INVALID',
    `At most ${MOST_IDS} ids can be given at once; these are ${ids.length}.`,
    {
      hint: 'Split them into several requests.',
    },
  );
}

function missingFace(id: string): Failure {
  return isFaceId(id)
    ? {
        code: 'NOT_FOUND',
        message: 'There is no such face any more.',
        hint: 'A rescan finds deleted faces again.',
      }
    : { code: 'ARGUMENT_INVALID', message: `${JSON.stringify(id.slice(0, 80))} is no face id.` };
}
