import { InferenceSession, Tensor } from 'onnxruntime-node';
import { KindredError } from '@kindred/domain';
import { requireExecutionProvider, unavailable, type ExecutionProvider } from './execution-provider';

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

/** One ONNX file with one image input, ready to run. `run` blocks its thread while the model computes. */
export class OnnxModel {
  private runs = 0;
  private milliseconds = 0;

  private constructor(
    private readonly session: InferenceSession,
    /** As the file declares it; a symbolic dimension is its name. */
    readonly inputShape: readonly (number | string)[],
  ) {}

  /**
   * @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE`, or `PACK_INVALID` when the file is not a model that
   *   takes one image.
   */
  static async load(path: string, options: InferenceOptions = {}): Promise<OnnxModel> {
    const provider = options.executionProvider ?? 'cpu';
    requireExecutionProvider(provider);
    const session = await create(path, provider, options.intraOpThreads ?? 1);
    const input = session.inputMetadata[0];
    if (session.inputNames.length !== 1 || !input?.isTensor || input.shape.length !== 4) {
      await session.release();
      throw invalidModel(path, 'it does not take one image');
    }
    return new OnnxModel(session, input.shape);
  }

  /** Feeds one tensor of `shape`; answers every output's values by its name. */
  async run(data: Float32Array, shape: readonly number[]): Promise<Record<string, Float32Array>> {
    const started = performance.now();
    const outputs = await this.session.run({ [this.session.inputNames[0]!]: new Tensor('float32', data, shape) });
    this.milliseconds += performance.now() - started;
    this.runs += 1;
    return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]));
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

async function create(path: string, provider: ExecutionProvider, intraOpThreads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(path, {
      executionProviders: [provider],
      intraOpNumThreads: intraOpThreads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
    });
  } catch (error) {
    throw provider === 'cpu' ? invalidModel(path, 'ONNX Runtime cannot load it', error) : unavailable(provider, error);
  }
}

function invalidModel(path: string, why: string, cause?: unknown): KindredError {
  return new KindredError('PACK_INVALID', `The model file "${path}" cannot be used: ${why}.`, {
    cause,
    hint: 'Check the pack with "kindred models verify", or use another pack.',
  });
}
