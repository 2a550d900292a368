import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ExitGate } from './exit-gate';
import { productModel } from './product-model';

/** Multiplies vectors by ONNX Runtime, which knows each processor's fastest instructions. */
export class Products {
  private answer = new Float32Array(0);

  private constructor(
    private readonly session: InferenceSession,
    private readonly gate: ExitGate,
  ) {}

  /** @param executionProvider where to compute, by ONNX Runtime's name; this computer must have it. */
  static async open(threads: number, gate: ExitGate, executionProvider = 'cpu'): Promise<Products> {
    const session = await InferenceSession.create(productModel(), {
      executionProviders: [executionProvider],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Between searches the processors belong to others.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new Products(session, gate);
  }

  /**
   * The dot product of each query with each row, query by query, in single precision: the last digits differ
   * between processors and block sizes (see `largestError`). The answer is good until the next call.
   */
  async of(queries: Float32Array, rows: Float32Array, dimension: number): Promise<Float32Array> {
    const shape = [queries.length / dimension, rows.length / dimension] as const;
    const length = shape[0] * shape[1];
    if (this.answer.length < length) this.answer = new Float32Array(length);
    const answer = this.answer.subarray(0, length);
    const inputs = {
      queries: new Tensor('float32', queries, [shape[0], dimension]),
      rows: new Tensor('float32', rows, [shape[1], dimension]),
    };
    const outputs = { products: new Tensor('float32', answer, shape) };
    await this.gate.pass(() => this.session.run(inputs, outputs));
    return answer;
  }

  async close(): Promise<void> {
    await this.session.release();
  }
}

/** Half the distance between 1 and the next larger number in single precision. */
const UNIT_ROUNDOFF = 2 ** -24;

/**
 * How far a product of two vectors of length 1 can be from their similarity, in whatever order it was added up: the
 * bound of numerical analysis, n u / (1 - n u), with room for lengths that are not exactly 1, which similarities
 * beyond 1 are cut off for.
 */
export function largestError(dimension: number): number {
  const terms = (dimension + 8) * UNIT_ROUNDOFF;
  return terms / (1 - terms);
}
