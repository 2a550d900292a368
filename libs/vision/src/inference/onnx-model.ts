import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { KindredError } from '@kindred/domain';
import type { Size } from '../raster/raster';
import { requireExecutionProvider, unavailable, type ExecutionProvider } from './execution-provider';
import { withFusedParametricRelu } from './onnx/parametric-relu';
import { PIXELS, withPixelInput, type PixelFormat } from './onnx/pixel-input';
import type { PixelBatch } from './pixel-batch';

export interface InferenceOptions {
  /** Default: `cpu`. */
  readonly executionProvider?: ExecutionProvider;
  /** Threads inside one inference. Default: 1, since photos run side by side. */
  readonly intraOpThreads?: number;
}

/** How often a model ran and how long that took, since it was loaded. */
export interface InferenceTally {
  readonly runs: number;
  readonly milliseconds: number;
}

/** A model, and the file that it is from. */
export interface ModelFile {
  readonly path: string;
  readonly model: Uint8Array;
}

/** The images that a model is fed. */
export interface ModelImages {
  readonly size: Size;
  readonly pixels: PixelFormat;
}

/** One ONNX file that takes images, ready to run. `run` blocks its thread while the model computes. */
export class OnnxModel {
  private runs = 0;
  private milliseconds = 0;

  private constructor(
    private readonly session: InferenceSession,
    /** Images in one run that the file is fixed to; null when it takes any number. */
    readonly batch: number | null,
  ) {}

  /**
   * @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE`, or `PACK_INVALID` when the file is not a model that
   *   takes such images.
   */
  static async load(path: string, images: ModelImages, options: InferenceOptions = {}): Promise<OnnxModel> {
    return OnnxModel.of(await readModel(path, (model) => ({ path, model })), images, options);
  }

  /** The same for a model that has been read. */
  static async of(file: ModelFile, images: ModelImages, options: InferenceOptions = {}): Promise<OnnxModel> {
    const provider = options.executionProvider ?? 'cpu';
    requireExecutionProvider(provider);
    const { model, batch } = prepare(file, images, provider);
    return new OnnxModel(await create(file.path, model, provider, options.intraOpThreads ?? 1), batch);
  }

  /** Answers every output's values by its name. */
  async run(images: PixelBatch): Promise<Record<string, Float32Array>> {
    const started = performance.now();
    const outputs = await this.session.run({ [PIXELS]: new Tensor('uint8', images.data, images.shape) });
    this.milliseconds += performance.now() - started;
    this.runs += 1;
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
    );
  }

  get outputNames(): readonly string[] {
    return this.session.outputNames;
  }

  get tally(): InferenceTally {
    return { runs: this.runs, milliseconds: this.milliseconds };
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}

/**
 * What `change` makes of a model's file.
 * @throws KindredError `PACK_INVALID` when there is no such file, or none that `change` can read.
 */
export async function readModel<T>(path: string, change: (model: Uint8Array) => T): Promise<T> {
  try {
    return change(await readFile(path));
  } catch (error) {
    throw invalidModel(path, (error as Error).message, error);
  }
}

function prepare({ path, model }: ModelFile, { size, pixels }: ModelImages, provider: ExecutionProvider) {
  try {
    // Accelerators have a PRelu of their own that is as fast as anything.
    return withPixelInput(provider === 'cpu' ? withFusedParametricRelu(model) : model, size, pixels);
  } catch (error) {
    throw invalidModel(path, (error as Error).message, error);
  }
}

async function create(
  path: string,
  model: Uint8Array,
  provider: ExecutionProvider,
  intraOpThreads: number,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model, {
      executionProviders: [provider],
      intraOpNumThreads: intraOpThreads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
    });
  } catch (error) {
    throw provider === 'cpu'
      ? invalidModel(path, 'ONNX Runtime cannot load it', error)
      : unavailable(provider, error);
  }
}

function invalidModel(path: string, why: string, cause?: unknown): KindredError {
  return new KindredError('PACK_INVALID', `The model file "${path}" cannot be used: ${why}.`, {
    cause,
    hint: 'Check the pack with "kindred models verify", or use another pack.',
  });
}
