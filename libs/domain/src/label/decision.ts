import type { Box } from '../face/geometry';
import type { FaceId, PersonId, PhotoId } from '../identity/ids';

/**
 * One thing a human said, kept for ever in the label log.
 *
 * - `assign`: this face is this person.
 * - `unassign`: what was said about who this face is no longer holds; rejections stay.
 * - `reject`: this face is not this person, a cannot-link for ever unless the same human statement is reversed
 *   by a later `assign` of the same two.
 * - `ignore`: this is a stranger nobody cares about; whom it was labeled as no longer holds, rejections stay.
 * - `unignore`: it is no longer ignored.
 * - `delete`: this is not a face worth keeping. `box` and `photo` let a rescan recognise it without keeping
 *   anything biometric.
 * - `restore`: the face is back: the human took the deletion back in time, or asked for a rescan that found it.
 */
export type Decision = DecisionBase &
  (
    | { readonly kind: 'assign'; readonly person: PersonId }
    | { readonly kind: 'unassign' }
    | { readonly kind: 'reject'; readonly person: PersonId }
    | { readonly kind: 'ignore' }
    | { readonly kind: 'unignore' }
    | { readonly kind: 'delete'; readonly box: Box }
    | { readonly kind: 'restore' }
  );

interface DecisionBase {
  /** UUID; appending the same id twice is a no-op. */
  readonly id: string;
  readonly face: FaceId;
  readonly photo: PhotoId;
  /** Who said it. */
  readonly actor: string;
  readonly at: string;
  /** The action in the journal that it belongs to, if it belongs to one. */
  readonly action?: string;
}

export type DecisionKind = Decision['kind'];

/** A decision with its place in the log; sequences grow strictly. */
export type LoggedDecision = Decision & { readonly sequence: number };
