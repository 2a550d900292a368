import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { Raster, Size } from '../raster/raster';
import type { DetectorFacts } from '../packs/manifest';
import type { Candidate } from './candidate';
import type { Detector } from './detector';
import { suppress } from './suppression';

type RfbFacts = Extract<DetectorFacts, { family: 'rfb' }>;

/**
 * Ultra-light RFB detectors: outputs `scores` (background, face) and `boxes`, already decoded to left, top, right,
 * bottom as fractions of the window. They give no landmarks.
 */
export class RfbDetector implements Detector {
  private readonly images: PixelBatch;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: RfbFacts,
  ) {
    this.images = new PixelBatch(facts.window, facts.pixels);
  }

  static async load(path: string, facts: RfbFacts, options: InferenceOptions): Promise<RfbDetector> {
    return new RfbDetector(
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
    const { scores, boxes } = await this.model.run(this.images);
    return suppress(decodeRfb(scores!, boxes!, this.window, this.facts.scoreThreshold), {
      overlap: this.facts.overlapThreshold,
    });
  }

  release(): Promise<void> {
    return this.model.release();
  }
}

export function decodeRfb(
  scores: Float32Array,
  boxes: Float32Array,
  window: Size,
  threshold: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (let i = 0; i * 2 < scores.length; i++) {
    const score = scores[i * 2 + 1];
    if (!(score >= threshold)) continue;
    candidates.push({
      left: boxes[i * 4] * window.width,
      top: boxes[i * 4 + 1] * window.height,
      right: boxes[i * 4 + 2] * window.width,
      bottom: boxes[i * 4 + 3] * window.height,
      score,
    });
  }
  return candidates;
}
