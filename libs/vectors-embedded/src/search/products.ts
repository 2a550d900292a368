import { InferenceSession, Tensor } from 'onnxruntime-node';
import { productModel } from './product-model';

/** Multiplies vectors by ONNX Runtime, which knows each processor's fastest instructions. */
export class Products {
  private constructor(private readonly session: InferenceSession) {}

  static async open(threads: number): Promise<Products> {
    const session = await InferenceSession.create(productModel(), {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // What is put out is as large as the block asked for; keeping the largest for ever helps nobody.
      enableCpuMemArena: false,
      logSeverityLevel: 3,
      // Between searches the processors belong to others.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new Products(session);
  }

  /**
   * The dot product of each query with each row, query by query, in single precision: the last digits differ
   * between processors and block sizes (see `largestError`).
   */
  async of(queries: Float32Array, rows: Float32Array, dimension: number): Promise<Float32Array> {
    const { products } = await this.session.run({
      queries: new Tensor('float32', queries, [queries.length / dimension, dimension]),
      rows: new Tensor('float32', rows, [rows.length / dimension, dimension]),
    });
    return products!.data as Float32Array;
  }

  async close(): Promise<void> {
    await this.session.release();
  }
}

/** Half the distance between 1 and the next larger number in single precision. */
const UNIT_ROUNDOFF = 2 ** -24;

/**
 * How far a product of two vectors of length 1 can be off, in whatever order it was added up: the bound of numerical
 * analysis, n u / (1 - n u), with room for lengths that are not exactly 1.
 */
export function largestError(dimension: number): number {
  const terms = (dimension + 8) * UNIT_ROUNDOFF;
  return terms / (1 - terms);
}
