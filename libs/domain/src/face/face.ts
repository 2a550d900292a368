import type { FaceId, PackName, PersonId, PhotoId } from '../identity/ids';
import type { Box, FiveLandmarks } from './geometry';
import type { FaceQuality } from './quality';

/** What was seen: one region of a photo. It changes only when a detector looks again. */
export interface FaceObservation {
  readonly id: FaceId;
  readonly photo: PhotoId;
  readonly pack: PackName;
  readonly origin: 'detected' | 'drawn';
  readonly box: Box;
  readonly landmarks: FiveLandmarks;
  /** The detector's confidence that this is a face, in [0, 1]. */
  readonly score: number;
  readonly quality: FaceQuality;
  /** Object key of the 256 px WebP crop. */
  readonly cropKey: string;
  readonly detectedAt: string;
  /** When the photo was taken, or else ingested; copied here so that faces sort by date without a join. */
  readonly photoDate: string;
}

/** The trainer's statement "this face is `person` with probability `confidence`". Disposable. */
export interface Suggestion {
  readonly face: FaceId;
  readonly person: PersonId;
  /** Calibrated probability in [0, 1]. */
  readonly confidence: number;
}

/**
 * Who a face is. `labeled`: a human said so. `inferred`: suggested for a named person.
 * `unknown`: grouped in an unknown person, or alone. `ignored`: a stranger of whom a human wants to see nothing more.
 */
export type FaceStanding =
  | { readonly state: 'labeled'; readonly person: PersonId }
  | { readonly state: 'inferred'; readonly person: PersonId; readonly confidence: number }
  | { readonly state: 'unknown'; readonly person: PersonId | null }
  | { readonly state: 'ignored'; readonly person: null };

export type FaceState = FaceStanding['state'];

export type Face = FaceObservation & { readonly standing: FaceStanding };

/** What has to be known of a face to say something of it. */
export type FaceOutline = Pick<Face, 'box' | 'id' | 'photo' | 'standing'>;
