import { writeUnit } from './unit-vector';

/** Rows that are multiplied at once: enough to keep the processor busy, few enough to stay near it. */
export const ROWS_A_BLOCK = 8192;

/** Rows that lie one after the other in memory. */
export interface RowBlock {
  readonly rows: number;
  readonly values: Float32Array;
  faceOf(row: number): string;
}

/** The vectors of one pack in memory, scaled to length 1, in blocks. Which row a face has is of no meaning. */
export class PackVectors {
  private readonly blocks: Float32Array[] = [];
  private readonly faces: string[] = [];
  private readonly rows = new Map<string, number>();

  constructor(readonly dimension: number) {}

  get size(): number {
    return this.faces.length;
  }

  set(face: string, vector: Float32Array): void {
    let row = this.rows.get(face);
    if (row === undefined) {
      row = this.faces.length;
      // Memory that was never written to costs nothing.
      if (row === this.blocks.length * ROWS_A_BLOCK) this.blocks.push(new Float32Array(ROWS_A_BLOCK * this.dimension));
      this.faces.push(face);
      this.rows.set(face, row);
    }
    writeUnit(vector, this.at(row));
  }

  delete(face: string): void {
    const row = this.rows.get(face);
    if (row === undefined) return;
    const last = this.faces.length - 1;
    if (row !== last) {
      const moved = this.faces[last]!;
      this.at(row).set(this.at(last));
      this.faces[row] = moved;
      this.rows.set(moved, row);
    }
    this.faces.pop();
    this.rows.delete(face);
    if (this.blocks.length > Math.ceil(last / ROWS_A_BLOCK)) this.blocks.pop();
  }

  /** Every row. */
  *all(): Generator<RowBlock> {
    for (const [index, block] of this.blocks.entries()) {
      const first = index * ROWS_A_BLOCK;
      const rows = Math.min(ROWS_A_BLOCK, this.size - first);
      yield { rows, values: block.subarray(0, rows * this.dimension), faceOf: (row) => this.faces[first + row]! };
    }
  }

  /** The rows of these faces, as far as they exist; each block is valid until the next one is asked for. */
  *among(faces: Iterable<string>): Generator<RowBlock> {
    const { dimension } = this;
    const known = [...faces].filter((face) => this.rows.has(face));
    const values = new Float32Array(Math.min(known.length, ROWS_A_BLOCK) * dimension);
    for (let start = 0; start < known.length; start += ROWS_A_BLOCK) {
      const gathered = known.slice(start, start + ROWS_A_BLOCK);
      for (const [index, face] of gathered.entries()) values.set(this.at(this.rows.get(face)!), index * dimension);
      const rows = gathered.length;
      yield { rows, values: values.subarray(0, rows * dimension), faceOf: (row) => gathered[row]! };
    }
  }

  private at(row: number): Float32Array {
    const start = (row % ROWS_A_BLOCK) * this.dimension;
    return this.blocks[Math.floor(row / ROWS_A_BLOCK)]!.subarray(start, start + this.dimension);
  }
}
