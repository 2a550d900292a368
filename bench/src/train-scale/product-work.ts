import { performance } from 'node:perf_hooks';
import type { Products } from '@kindred/similarity';

/** Blocks of about one shape: half as many rows or twice as many are another. */
interface Shape {
  calls: number;
  queries: number;
  rows: number;
  multiplyAdds: number;
}

/** What products were asked for, and the least time that this machine could have taken. */
export interface ProductWork {
  readonly multiplyAdds: number;
  /** Seconds for as many multiply-adds in blocks of the same shapes, and nothing else. */
  readonly limitSeconds: number;
  /** Multiply-adds a second in the blocks of which there are most. */
  readonly rate: number;
}

/** Repetitions of which the fastest counts: on a busy machine others take time in most. */
const FEWEST_CALLS = 5;
const MOST_CALLS = 60;
const MILLISECONDS_A_SHAPE = 400;

/** Products that count what they are asked for. */
export class CountedProducts implements Pick<Products, 'of'> {
  private readonly shapes = new Map<string, Shape>();

  constructor(private readonly products: Products) {}

  of(queries: Float32Array, rows: Float32Array, dimension: number): Promise<Float32Array> {
    this.count(queries.length / dimension, rows.length / dimension, dimension);
    return this.products.of(queries, rows, dimension);
  }

  /** Multiplies blocks of the shapes that were asked for, as fast as that goes. */
  async work(dimension: number): Promise<ProductWork> {
    const shapes = [...this.shapes.values()].sort((one, other) => other.multiplyAdds - one.multiplyAdds);
    let limitSeconds = 0;
    const rates: number[] = [];
    for (const shape of shapes) {
      const rate = await this.rateOf(shape, dimension);
      limitSeconds += shape.multiplyAdds / rate;
      rates.push(rate);
    }
    return {
      multiplyAdds: shapes.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
      limitSeconds,
      rate: rates[0] ?? 0,
    };
  }

  private count(queries: number, rows: number, dimension: number): void {
    const key = `${Math.round(Math.log2(queries))} ${Math.round(Math.log2(rows))}`;
    let shape = this.shapes.get(key);
    if (shape === undefined)
      this.shapes.set(key, (shape = { calls: 0, queries: 0, rows: 0, multiplyAdds: 0 }));
    shape.calls += 1;
    shape.queries += queries;
    shape.rows += rows;
    shape.multiplyAdds += queries * rows * dimension;
  }

  private async rateOf({ calls, queries, rows }: Shape, dimension: number): Promise<number> {
    const left = numbers(Math.max(1, Math.round(queries / calls)) * dimension);
    const right = numbers(Math.max(1, Math.round(rows / calls)) * dimension);
    const started = performance.now();
    let fastest = Infinity;
    for (let call = 0; call < MOST_CALLS; call += 1) {
      const before = performance.now();
      await this.products.of(left, right, dimension);
      fastest = Math.min(fastest, performance.now() - before);
      if (call >= FEWEST_CALLS && performance.now() - started > MILLISECONDS_A_SHAPE) break;
    }
    return (left.length * (right.length / dimension) * 1000) / fastest;
  }
}

const numbers = (count: number) => Float32Array.from({ length: count }, (_, place) => Math.sin(place));
