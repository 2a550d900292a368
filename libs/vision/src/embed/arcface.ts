import { KindredError } from '@kindred/domain';
import { ALIGNED_SIDE } from '../align/template';
import { ImageTensor } from '../inference/image-tensor';
import { OnnxModel, type InferenceOptions } from '../inference/onnx-model';
import type { EmbedderFacts } from '../packs/manifest';
import type { Raster } from '../raster/raster';
import type { Embedder } from './embedder';
import { normalised } from './normalise';

/** Faces in one inference, for models whose batch is open. */
const LARGEST_BATCH = 8;

/** ArcFace-type embedders: a 112 x 112 aligned face in, one vector out. */
export class ArcFaceEmbedder implements Embedder {
  /** One tensor a batch size, made when first needed. */
  private readonly tensors = new Map<number, ImageTensor>();
  private readonly largestBatch: number;

  private constructor(
    private readonly model: OnnxModel,
    private readonly facts: EmbedderFacts,
    private readonly dimension: number,
  ) {
    this.largestBatch = typeof model.inputShape[0] === 'number' ? 1 : LARGEST_BATCH;
  }

  static async load(
    path: string,
    facts: EmbedderFacts,
    dimension: number,
    options: InferenceOptions,
  ): Promise<ArcFaceEmbedder> {
    return new ArcFaceEmbedder(await OnnxModel.load(path, options), facts, dimension);
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
    const tensor = this.tensorFor(aligned.length);
    aligned.forEach((face, i) => tensor.fill(face, 0, 0, i));
    const values = Object.values(await this.model.run(tensor.data, tensor.shape))[0]!;
    if (values.length !== aligned.length * this.dimension) {
      throw new KindredError(
        'PACK_INVALID',
        `The embedder answers ${values.length / aligned.length} numbers a face; its pack says ${this.dimension}.`,
        { hint: 'Correct "dimension" in the pack\'s manifest.' },
      );
    }
    return aligned.map((_, i) => normalised(values.subarray(i * this.dimension, (i + 1) * this.dimension)));
  }

  private tensorFor(batch: number): ImageTensor {
    let tensor = this.tensors.get(batch);
    if (!tensor) {
      tensor = new ImageTensor({ width: ALIGNED_SIDE, height: ALIGNED_SIDE }, this.facts.pixels, batch);
      this.tensors.set(batch, tensor);
    }
    return tensor;
  }
}
