import type { Decision, FaceId, FaceOutline, Failure, PersonId, PhotoId } from '@kindred/domain';

/** What of a decision is said, apart from who says it when about which face. */
export type BulkStatement = Decision extends infer One
  ? One extends Decision
    ? Omit<One, 'id' | 'face' | 'photo' | 'actor' | 'at' | 'action'>
    : never
  : never;

/** Faces of which something is not said, and why. */
export interface Refusal {
  readonly failure: Failure;
  readonly faceCount: number;
}

/** What is to be said of one face. */
export interface Saying {
  readonly face: FaceId;
  readonly photo: PhotoId;
  readonly statements: readonly BulkStatement[];
}

/** Says of a face what is asked for, or why that cannot be. */
export type Phrase = (face: FaceOutline) => BulkStatement | Failure;

const NOT_SUGGESTED: Failure = { code: 'CONFLICT', message: 'Nobody is suggested for these faces.' };
const NOBODY: Failure = { code: 'CONFLICT', message: 'These faces belong to nobody.' };
const NOT_LABELED: Failure = { code: 'CONFLICT', message: 'Nobody said who these faces are.' };
const IGNORED: Failure = { code: 'CONFLICT', message: 'These faces are ignored already.' };

export const labelAs =
  (person: PersonId): Phrase =>
  () => ({ kind: 'assign', person });

export const confirm: Phrase = ({ standing }) =>
  standing.state === 'inferred' ? { kind: 'assign', person: standing.person } : NOT_SUGGESTED;

export const rejectAs =
  (person: PersonId | null): Phrase =>
  ({ standing }) => {
    const rejected = person ?? standing.person;
    return rejected === null ? NOBODY : { kind: 'reject', person: rejected };
  };

export const unlabel: Phrase = ({ standing }) =>
  standing.state === 'labeled' ? { kind: 'unassign' } : NOT_LABELED;

export const ignore: Phrase = ({ standing }) => (standing.state === 'ignored' ? IGNORED : { kind: 'ignore' });

export const remove: Phrase = ({ box }) => ({ kind: 'delete', box });

/** What is to be said of the faces of a selection, and of how many nothing can be said for which reason. */
export function phrased(
  faces: readonly FaceOutline[],
  phrase: Phrase,
): { sayings: Saying[]; refusals: Refusal[] } {
  const sayings: Saying[] = [];
  const refused = new Map<Failure, number>();
  for (const face of faces) {
    const said = phrase(face);
    if ('code' in said) refused.set(said, (refused.get(said) ?? 0) + 1);
    else sayings.push({ face: face.id, photo: face.photo, statements: [said] });
  }
  return { sayings, refusals: [...refused].map(([failure, faceCount]) => ({ failure, faceCount })) };
}
