import { createHash } from 'node:crypto';
import type { Box } from '@kindred/domain';
import { aFace, aUnitVector } from '@kindred/testing';
import type { AnalysedFace, PhotoAnalysis } from '@kindred/vision';
import type { PhotoAnalyser } from '../scan-photo/scan-photo.use-case';

/** A face that a test puts into a photo: `look` is any number, the same for the same embedding. */
export interface SeenFace {
  readonly box: Box;
  readonly look: number;
  /** What its crop shows; another one is another crop. */
  readonly crop?: string;
}

const TIMINGS = { decodeMs: 1, detectMs: 1, landmarkMs: 1, embedMs: 1, cropMs: 1, inferenceMs: 1 };

/** Sees in each photo what a test put there, always the same; knows photos by their bytes. */
export class SeeingAnalyser implements PhotoAnalyser {
  private readonly seen = new Map<string, readonly SeenFace[] | Error>();
  private readonly inWork = new Set<symbol>();
  /** Photos that were analysed at the same time, at most. */
  most = 0;
  /** How often a photo was analysed. */
  calls = 0;
  /** What happens while a photo is analysed. */
  meanwhile: () => Promise<void> = () => Promise.resolve();

  /** From now on these faces are seen in this photo, or looking at it throws the error. */
  sees(bytes: Uint8Array, what: readonly SeenFace[] | Error): void {
    this.seen.set(digest(bytes), what);
  }

  analyse(source: Uint8Array): Promise<PhotoAnalysis> {
    return this.look(source, (seen) => seen);
  }

  /** In each region there is what `lookIn` says. */
  analyseRegions(source: Uint8Array, boxes: readonly Box[]): Promise<PhotoAnalysis> {
    return this.look(source, () => boxes.map((box) => ({ box, look: lookIn(box) })));
  }

  private async look(
    source: Uint8Array,
    find: (seen: readonly SeenFace[]) => readonly SeenFace[],
  ): Promise<PhotoAnalysis> {
    const work = Symbol('analysis');
    this.inWork.add(work);
    this.most = Math.max(this.most, this.inWork.size);
    this.calls += 1;
    try {
      await this.meanwhile();
      const what = this.seen.get(digest(source)) ?? [];
      if (what instanceof Error) throw what;
      const found = find(what);
      return {
        width: 1600,
        height: 1200,
        faces: found.map(analysed),
        timings: TIMINGS,
        inferences: { detector: 1, landmarker: found.length, embedder: found.length },
      };
    } finally {
      this.inWork.delete(work);
    }
  }
}

/** How the face in a region looks: the same for the same column. */
export const lookIn = ({ x }: Box): number => 1000 + Math.floor(x * 10 + 1e-9);

function analysed({ box, look, crop = `crop of ${look}` }: SeenFace): AnalysedFace {
  const { landmarks, score, quality } = aFace();
  return { box, landmarks, score, quality, embedding: aUnitVector(look, 32), crop: Buffer.from(crop) };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
