import type { Candidate } from '../detect/candidate';
import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { LandmarkerFacts } from '../packs/manifest';
import type { Pyramid } from '../raster/pyramid';
import { createRaster, type Raster } from '../raster/raster';
import { windowMap } from '../raster/sample';
import { samplePhoto } from '../raster/sample-photo';
import type { FivePoints, Landmarker } from './landmarker';

type Landmarks68Facts = Extract<LandmarkerFacts, { family: 'landmarks-68' }>;

/**
 * The 68 points of the iBUG 300-W scheme, as fractions of a square crop around the face. The five that alignment
 * needs are the means of the eyes' outlines, the nose tip and the outer mouth corners.
 */
export class Landmarks68 implements Landmarker {
  private readonly images: PixelBatch;
  private readonly crop: Raster;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: Landmarks68Facts,
  ) {
    this.images = new PixelBatch(facts.window, facts.pixels);
    this.crop = createRaster(facts.window.width, facts.window.height);
  }

  static async load(path: string, facts: Landmarks68Facts, options: InferenceOptions): Promise<Landmarks68> {
    const model = await OnnxModel.load(path, { size: facts.window, pixels: facts.pixels }, options);
    return new Landmarks68(model, facts);
  }

  get tally() {
    return this.model.tally;
  }

  async locate(photo: Pyramid, face: Candidate): Promise<FivePoints> {
    const side = Math.max(face.right - face.left, face.bottom - face.top) * this.facts.margin;
    const left = (face.left + face.right - side) / 2;
    const top = (face.top + face.bottom - side) / 2;
    samplePhoto(photo, windowMap(left, top, side / this.facts.window.width), this.crop);
    this.images.fill(this.crop);
    const outputs = await this.model.run(this.images);
    return fiveOf68(Object.values(outputs)[0]!).map((value, i) => value * side + (i % 2 === 0 ? left : top));
  }

  release(): Promise<void> {
    return this.model.release();
  }
}

const LEFT_EYE = [36, 37, 38, 39, 40, 41];
const RIGHT_EYE = [42, 43, 44, 45, 46, 47];
const NOSE_TIP = [30];
const LEFT_MOUTH_CORNER = [48];
const RIGHT_MOUTH_CORNER = [54];

export function fiveOf68(points: ArrayLike<number>): number[] {
  return [LEFT_EYE, RIGHT_EYE, NOSE_TIP, LEFT_MOUTH_CORNER, RIGHT_MOUTH_CORNER].flatMap((indices) => {
    let x = 0;
    let y = 0;
    for (const i of indices) {
      x += points[i * 2]!;
      y += points[i * 2 + 1]!;
    }
    return [x / indices.length, y / indices.length];
  });
}
