import { KindredError } from '@kindred/domain';
import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { Raster, Size } from '../raster/raster';
import type { DetectorFacts } from '../packs/manifest';
import type { Candidate } from './candidate';
import type { Detector } from './detector';
import { suppress } from './suppression';

type ScrfdFacts = Extract<DetectorFacts, { family: 'scrfd' }>;

export const SCRFD_STRIDES = [8, 16, 32] as const;
export const SCRFD_ANCHORS = 2;

/** The output names of each stride, found by what they hold. */
type StrideOutputs = { readonly scores: string; readonly boxes: string; readonly points: string };

/**
 * SCRFD with key points: at strides 8, 16 and 32, two anchors a cell, each with a score, the distances from the
 * anchor's centre to the four sides and the offsets of five points, all in strides. Exports name their nine
 * outputs by number, always scores of the three strides first, then boxes, then points.
 */
export class ScrfdDetector implements Detector {
  private readonly images: PixelBatch;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: ScrfdFacts,
    private readonly outputs: readonly StrideOutputs[],
  ) {
    this.images = new PixelBatch(facts.window, facts.pixels);
  }

  static async load(path: string, facts: ScrfdFacts, options: InferenceOptions): Promise<ScrfdDetector> {
    const model = await OnnxModel.load(path, { size: facts.window, pixels: facts.pixels }, options);
    return new ScrfdDetector(model, facts, strideOutputs(path, model.outputNames));
  }

  get window(): Size {
    return this.facts.window;
  }

  get tally() {
    return this.model.tally;
  }

  async detect(raster: Raster, left: number, top: number): Promise<Candidate[]> {
    this.images.fill(raster, left, top);
    const values = await this.model.run(this.images);
    const candidates = SCRFD_STRIDES.flatMap((stride, i) => {
      const { scores, boxes, points } = this.outputs[i]!;
      return decodeScrfdStride(
        { scores: values[scores]!, distances: values[boxes]!, points: values[points]! },
        stride,
        this.window.width / stride,
        this.facts.scoreThreshold,
      );
    });
    return suppress(candidates, { overlap: this.facts.overlapThreshold });
  }

  release(): Promise<void> {
    return this.model.release();
  }
}

function strideOutputs(path: string, names: readonly string[]): StrideOutputs[] {
  if (names.length !== SCRFD_STRIDES.length * 3) {
    throw new KindredError(
      'PACK_INVALID',
      `"${path}" is not an SCRFD model with key points (${names.length} outputs).`,
      {
        hint: 'Use a model whose name ends in "bnkps", "gnkps" or "kps".',
      },
    );
  }
  return SCRFD_STRIDES.map((_, i) => ({ scores: names[i]!, boxes: names[i + 3]!, points: names[i + 6]! }));
}

export interface ScrfdOutputs {
  readonly scores: Float32Array;
  readonly distances: Float32Array;
  readonly points: Float32Array;
}

export function decodeScrfdStride(
  { scores, distances, points }: ScrfdOutputs,
  stride: number,
  columns: number,
  threshold: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i];
    if (!(score >= threshold)) continue;
    const cell = Math.floor(i / SCRFD_ANCHORS);
    const x = (cell % columns) * stride;
    const y = Math.floor(cell / columns) * stride;
    const landmarks: number[] = [];
    for (let k = 0; k < 10; k += 2) {
      landmarks.push(x + points[i * 10 + k] * stride, y + points[i * 10 + k + 1] * stride);
    }
    candidates.push({
      left: x - distances[i * 4] * stride,
      top: y - distances[i * 4 + 1] * stride,
      right: x + distances[i * 4 + 2] * stride,
      bottom: y + distances[i * 4 + 3] * stride,
      score,
      landmarks,
    });
  }
  return candidates;
}
