import { KindredError } from '@kindred/domain';
import { ALIGNED_SIDE } from '../align/template';
import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import { PixelBatch } from '../inference/pixel-batch';
import type { EmbedderFacts } from '../packs/manifest';
import type { Raster } from '../raster/raster';
import type { Embedder } from './embedder';
import { normalised } from './normalise';

const ALIGNED_SIZE = { width: ALIGNED_SIDE, height: ALIGNED_SIDE };
/** Faces in one inference, for models whose batch is open. */
const LARGEST_BATCH = 8;

/** ArcFace-type embedders: a 112 x 112 aligned face in, one vector out. */
export class ArcFaceEmbedder implements Embedder {
  /** One for each number of faces, made when first needed. */
  private readonly batches = new Map<number, PixelBatch>();
  private readonly largestBatch: number;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: EmbedderFacts,
    private readonly dimension: number,
  ) {
    this.largestBatch = model.batch === null ? LARGEST_BATCH : 1;
  }

  static async load(
    path: string,
    facts: EmbedderFacts,
    dimension: number,
    options: InferenceOptions,
  ): Promise<ArcFaceEmbedder> {
    const model = await OnnxModel.load(path, { size: ALIGNED_SIZE, pixels: facts.pixels }, options);
    return new ArcFaceEmbedder(model, facts, dimension);
  }

  get tally() {
    return this.model.tally;
  }

  async embed(aligned: readonly Raster[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < aligned.length; start += this.largestBatch) {
      vectors.push(...(await this.embedBatch(aligned.slice(start, start + this.largestBatch))));
    }
    return vectors;
  }

  release(): Promise<void> {
    return this.model.release();
  }

  private async embedBatch(aligned: readonly Raster[]): Promise<Float32Array[]> {
    const images = this.batchOf(aligned.length);
    aligned.forEach((face, i) => images.fill(face, 0, 0, i));
    const values = Object.values(await this.model.run(images))[0]!;
    if (values.length !== aligned.length * this.dimension) {
      throw new KindredError(
        'PACK_INVALID',
        `The embedder answers ${values.length / aligned.length} numbers a face; its pack says ${this.dimension}.`,
        { hint: 'Correct "dimension" in the pack\'s manifest.' },
      );
    }
    return aligned.map((_, i) => normalised(values.subarray(i * this.dimension, (i + 1) * this.dimension)));
  }

  private batchOf(faces: number): PixelBatch {
    let images = this.batches.get(faces);
    if (!images) {
      images = new PixelBatch(ALIGNED_SIZE, this.facts.pixels, faces);
      this.batches.set(faces, images);
    }
    return images;
  }
}
