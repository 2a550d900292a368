import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { Decision, LoggedDecision } from '../label/decision';

/** The append-only log of human decisions: the truth from which every face's human view is derived. */
export interface LabelLog {
  /**
   * Durable when it resolves. Decisions whose id is known, or was given before in the same batch, are ignored. All or
   * none, for readers too, with sequences in the order given. However many they are, nobody else waits for them: what
   * others append meanwhile comes after them.
   * @param place that was reserved for them, or for more; it is given up when this fails. Nothing is said, and
   * KindredError `CONFLICT` thrown, when it is not there or too small.
   */
  append(decisions: readonly Decision[], place?: string): Promise<void>;
  /**
   * Makes room for so many decisions before everything that is appended from now on. Places outlive their process; one
   * that is there already, by its id, stays as it is.
   */
  reserve(place: string, count: number): Promise<void>;
  /** Places that are neither filled nor given up, in the order of the log. */
  reserved(): Promise<readonly string[]>;
  /** Gives a place up with whatever was written to it, which nobody has read; nothing happens to one that is filled. */
  discard(place: string): Promise<void>;
  /** Decisions about these faces, oldest first per face; faces without any are absent. */
  ofFaces(faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, readonly LoggedDecision[]>>;
  /** Decisions about any face, present or deleted, of a photo, oldest first. */
  ofPhoto(photo: PhotoId): Promise<readonly LoggedDecision[]>;
  /** Faces that have ever been assigned to, or rejected for, one of these people, by the ids as they were said. */
  facesMentioning(people: readonly PersonId[]): Promise<readonly FaceId[]>;
  /**
   * Decisions with a sequence above `sequence` up to the first reserved place, oldest first. What appears later has a
   * larger sequence, so that reading on from the last one misses nothing.
   */
  after(sequence: number, limit: number): Promise<readonly LoggedDecision[]>;
  /** Up to where `after` tells everything: the sequence of the last decision, or what comes before a reserved place; 0 at first. */
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
