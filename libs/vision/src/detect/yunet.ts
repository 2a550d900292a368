import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { Raster, Size } from '../raster/raster';
import type { DetectorFacts } from '../packs/manifest';
import type { Candidate } from './candidate';
import type { Detector } from './detector';
import { suppress } from './suppression';

type YunetFacts = Extract<DetectorFacts, { family: 'yunet' }>;

export const YUNET_STRIDES = [8, 16, 32] as const;

/**
 * YuNet: at each stride one prior a cell, with outputs `cls`, `obj`, `bbox` (centre offset and log size, in
 * strides) and `kps` (five offsets, in strides). The score is the geometric mean of class and objectness.
 */
export class YunetDetector implements Detector {
  private readonly images: PixelBatch;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: YunetFacts,
  ) {
    this.images = new PixelBatch(facts.window, facts.pixels);
  }

  static async load(path: string, facts: YunetFacts, options: InferenceOptions): Promise<YunetDetector> {
    return new YunetDetector(
      await OnnxModel.load(path, { size: facts.window, pixels: facts.pixels }, options),
      facts,
    );
  }

  get window(): Size {
    return this.facts.window;
  }

  get tally() {
    return this.model.tally;
  }

  async detect(raster: Raster, left: number, top: number): Promise<Candidate[]> {
    this.images.fill(raster, left, top);
    const outputs = await this.model.run(this.images);
    const candidates = YUNET_STRIDES.flatMap((stride) =>
      decodeYunetStride(
        {
          cls: outputs[`cls_${stride}`]!,
          obj: outputs[`obj_${stride}`]!,
          bbox: outputs[`bbox_${stride}`]!,
          kps: outputs[`kps_${stride}`]!,
        },
        stride,
        this.window.width / stride,
        this.facts.scoreThreshold,
      ),
    );
    return suppress(candidates, { overlap: this.facts.overlapThreshold });
  }

  release(): Promise<void> {
    return this.model.release();
  }
}

export interface YunetOutputs {
  readonly cls: Float32Array;
  readonly obj: Float32Array;
  readonly bbox: Float32Array;
  readonly kps: Float32Array;
}

export function decodeYunetStride(
  { cls, obj, bbox, kps }: YunetOutputs,
  stride: number,
  columns: number,
  threshold: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  const leastProduct = threshold * threshold;
  for (let i = 0; i < cls.length; i++) {
    const product = clampUnit(cls[i]) * clampUnit(obj[i]);
    if (!(product >= leastProduct)) continue;
    const column = i % columns;
    const row = (i - column) / columns;
    const centreX = (column + bbox[i * 4]) * stride;
    const centreY = (row + bbox[i * 4 + 1]) * stride;
    const halfWidth = (Math.exp(bbox[i * 4 + 2]) * stride) / 2;
    const halfHeight = (Math.exp(bbox[i * 4 + 3]) * stride) / 2;
    const landmarks: number[] = [];
    for (let k = 0; k < 10; k += 2) {
      landmarks.push((column + kps[i * 10 + k]) * stride, (row + kps[i * 10 + k + 1]) * stride);
    }
    candidates.push({
      left: centreX - halfWidth,
      top: centreY - halfHeight,
      right: centreX + halfWidth,
      bottom: centreY + halfHeight,
      score: Math.sqrt(product),
      landmarks,
    });
  }
  return candidates;
}

const clampUnit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);
