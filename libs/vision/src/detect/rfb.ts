import { withoutBoxDecoding, type BoxDecoding } from '../inference/onnx/box-decoding';
import { OnnxModel, readModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { Raster, Size } from '../raster/raster';
import type { DetectorFacts } from '../packs/manifest';
import type { Candidate } from './candidate';
import type { Detector } from './detector';
import { suppress } from './suppression';

type RfbFacts = Extract<DetectorFacts, { family: 'rfb' }>;

/**
 * Ultra-light RFB detectors: outputs `scores` (background, face) and `boxes`, already decoded to left, top, right,
 * bottom as fractions of the window. They give no landmarks. Where the decoding is the usual one, it is taken out of
 * the model and done for candidates only.
 */
export class RfbDetector implements Detector {
  private readonly images: PixelBatch;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: RfbFacts,
    /** Null when the model decodes its boxes itself. */
    private readonly decoding: BoxDecoding | null,
  ) {
    this.images = new PixelBatch(facts.window, facts.pixels);
  }

  static async load(path: string, facts: RfbFacts, options: InferenceOptions): Promise<RfbDetector> {
    const { model, decoding } = await readModel(
      path,
      (file) => withoutBoxDecoding(file, 'scores') ?? { model: file, decoding: null },
    );
    const images = { size: facts.window, pixels: facts.pixels };
    return new RfbDetector(await OnnxModel.of({ path, model }, images, options), facts, decoding);
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
    return suppress(this.decode(outputs), { overlap: this.facts.overlapThreshold });
  }

  release(): Promise<void> {
    return this.model.release();
  }

  private decode(outputs: Record<string, Float32Array>): Candidate[] {
    const { window, decoding } = this;
    const { scoreThreshold } = this.facts;
    return decoding
      ? decodePriors(outputs[decoding.logits]!, outputs[decoding.offsets]!, decoding, window, scoreThreshold)
      : decodeRfb(outputs['scores']!, outputs['boxes']!, window, scoreThreshold);
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

/** As `decodeRfb`, from what the model computes them from. */
export function decodePriors(
  logits: Float32Array,
  offsets: Float32Array,
  { centres, sizes, centreVariance, sizeVariance }: BoxDecoding,
  window: Size,
  threshold: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  const least = Math.log(threshold / (1 - threshold));
  for (let i = 0; i * 2 < logits.length; i++) {
    const lead = logits[i * 2 + 1] - logits[i * 2];
    if (!(lead >= least)) continue;
    const x = centres[i * 2] + offsets[i * 4] * centreVariance * sizes[i * 2];
    const y = centres[i * 2 + 1] + offsets[i * 4 + 1] * centreVariance * sizes[i * 2 + 1];
    const halfWidth = (Math.exp(offsets[i * 4 + 2] * sizeVariance) * sizes[i * 2]) / 2;
    const halfHeight = (Math.exp(offsets[i * 4 + 3] * sizeVariance) * sizes[i * 2 + 1]) / 2;
    candidates.push({
      left: (x - halfWidth) * window.width,
      top: (y - halfHeight) * window.height,
      right: (x + halfWidth) * window.width,
      bottom: (y + halfHeight) * window.height,
      score: 1 / (1 + Math.exp(-lead)),
    });
  }
  return candidates;
}
