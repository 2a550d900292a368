import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { Decision, LoggedDecision } from '../label/decision';

/** The append-only log of human decisions: the truth from which every face's human view is derived. */
export interface LabelLog {
  /**
   * Durable when it resolves. Decisions whose id is known, or was given before in the same batch, are ignored. All or
   * none, for readers too, with sequences in the order given.
   */
  append(decisions: readonly Decision[]): Promise<void>;
  /** Decisions about these faces, oldest first per face; faces without any are absent. */
  ofFaces(faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, readonly LoggedDecision[]>>;
  /** Decisions about any face, present or deleted, of a photo, oldest first. */
  ofPhoto(photo: PhotoId): Promise<readonly LoggedDecision[]>;
  /** Faces that have ever been assigned to, or rejected for, one of these people, by the ids as they were said. */
  facesMentioning(people: readonly PersonId[]): Promise<readonly FaceId[]>;
  /**
   * Decisions with a sequence above `sequence`, oldest first. What appears later has a larger sequence, so that reading
   * on from the last one misses nothing.
   */
  after(sequence: number, limit: number): Promise<readonly LoggedDecision[]>;
  /** The sequence of the last decision; 0 when nothing was said yet. */
  lastSequence(): Promise<number>;
  /** Decisions that belong to an action, with a sequence above `sequence`, oldest first. */
  ofAction(action: string, sequence: number, limit: number): Promise<readonly LoggedDecision[]>;
  /**
   * Decisions that belong to no action, with a sequence below `sequence`, or the last ones when it is null; newest
   * first.
   */
  before(sequence: number | null, limit: number): Promise<readonly LoggedDecision[]>;
  /** The last sequence whose effect on the faces is stored; 0 at first. */
  projectedUpTo(): Promise<number>;
  /** A sequence smaller than what is marked already is ignored. */
  markProjected(sequence: number): Promise<void>;
}
