import type { Box, FiveLandmarks } from '../face/geometry';
import type { FaceQuality } from '../face/quality';
import type { PackName } from '../identity/ids';

/** A face in a picture, with everything by which it is compared and shown. */
export interface DescribedFace {
  /** Fractions of the upright picture, clipped to it. */
  readonly box: Box;
  readonly landmarks: FiveLandmarks;
  /** How sure the detector is that this is a face, in [0, 1]; 0 where it sees none. */
  readonly score: number;
  readonly quality: FaceQuality;
  /** Length 1. */
  readonly embedding: Float32Array;
  /** A square WebP. */
  readonly crop: Uint8Array;
}

export interface DescribedPicture {
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly faces: readonly DescribedFace[];
}

/**
 * Looks at a picture for somebody who waits for the answer, before photos that nobody waits for. Nothing is kept.
 * Every method throws a KindredError when the bytes are no readable picture.
 */
export interface FaceAnalysis {
  /** By whose models faces are described, and with whose vectors they compare. */
  readonly pack: PackName;
  /** Every face, best first. */
  find(picture: Uint8Array): Promise<DescribedPicture>;
  /** Regions that are known to be faces: one face a box, in their order, whatever is seen in them. */
  describe(picture: Uint8Array, boxes: readonly Box[]): Promise<DescribedPicture>;
  /** How probable it is, in (0, 1), that two faces of this cosine similarity are one person. */
  confidenceOf(similarity: number): number;
}
