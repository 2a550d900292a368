import { createHash } from 'node:crypto';
import {
  type Box,
  type DescribedFace,
  type DescribedPicture,
  type FaceAnalysis,
  KindredError,
} from '@kindred/domain';
import { aFace, aPackName, aUnitVector } from '@kindred/testing';

/** A face that a test puts into a picture: `look` is any number, the same for the same embedding. */
export interface SeenFace {
  readonly box: Box;
  readonly look: number;
}

/** Sees in each picture what a test put there; in a region, the same face for the same box. */
export class SeeingAnalysis implements FaceAnalysis {
  readonly pack = aPackName();
  private readonly seen = new Map<string, readonly SeenFace[]>();
  /** How often somebody asked. */
  calls = 0;
  /** Why it cannot look at anything, when it cannot. */
  refusal: KindredError | null = null;

  sees(picture: Uint8Array, faces: readonly SeenFace[]): void {
    this.seen.set(digest(picture), faces);
  }

  async find(picture: Uint8Array): Promise<DescribedPicture> {
    const faces = this.seen.get(digest(picture));
    if (faces === undefined) {
      throw new KindredError('FILE_NOT_AN_IMAGE', 'This is no picture.', { hint: 'Choose a photo.' });
    }
    return this.answer(faces);
  }

  async describe(_picture: Uint8Array, boxes: readonly Box[]): Promise<DescribedPicture> {
    return this.answer(boxes.map((box) => ({ box, look: lookIn(box) })));
  }

  confidenceOf(similarity: number): number {
    return (similarity + 1) / 2;
  }

  private answer(faces: readonly SeenFace[]): DescribedPicture {
    this.calls += 1;
    if (this.refusal !== null) throw this.refusal;
    return { width: 1600, height: 1200, faces: faces.map(described) };
  }
}

/** How the face in a region looks. */
export const lookIn = ({ x, width }: Box): number => 1000 + Math.round(x * 100) + Math.round(width * 1e5);

function described({ box, look }: SeenFace): DescribedFace {
  const { landmarks, quality } = aFace();
  return {
    box,
    landmarks,
    score: 0.75,
    quality,
    embedding: aUnitVector(look),
    crop: Buffer.from(`crop of ${look}`),
  };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
