import { writeUnit } from './unit-vector';

/** Rows that are multiplied at once: enough to keep the processor busy, few enough to stay near it. */
export const ROWS_A_BLOCK = 4096;

/** Rows of a pack, numbered from 0; good until the pack changes. */
export interface RowSelection {
  /** All of them in order, some at a time; each block is good until the next one is asked for. */
  blocks(): Iterable<Float32Array>;
  faceOf(row: number): string;
  vectorOf(row: number): Float32Array;
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
      if (row === this.blocks.length * ROWS_A_BLOCK)
        this.blocks.push(new Float32Array(ROWS_A_BLOCK * this.dimension));
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

  all(): RowSelection {
    return {
      blocks: () => this.wholeBlocks(),
      faceOf: (row) => this.faces[row]!,
      vectorOf: (row) => this.at(row),
    };
  }

  /** Those of these faces that are here. */
  among(faces: Iterable<string>): RowSelection {
    const rows: number[] = [];
    for (const face of new Set(faces)) {
      const row = this.rows.get(face);
      if (row !== undefined) rows.push(row);
    }
    // In the order in which they lie in memory, which reads them faster.
    const chosen = Uint32Array.from(rows).sort();
    return {
      blocks: () => this.gatheredBlocks(chosen),
      faceOf: (row) => this.faces[chosen[row]!]!,
      vectorOf: (row) => this.at(chosen[row]!),
    };
  }

  private *wholeBlocks(): Generator<Float32Array> {
    for (const [index, block] of this.blocks.entries()) {
      const rows = Math.min(ROWS_A_BLOCK, this.size - index * ROWS_A_BLOCK);
      yield block.subarray(0, rows * this.dimension);
    }
  }

  private *gatheredBlocks(chosen: Uint32Array): Generator<Float32Array> {
    const gathered = new Float32Array(Math.min(chosen.length, ROWS_A_BLOCK) * this.dimension);
    for (let start = 0; start < chosen.length; start += ROWS_A_BLOCK) {
      const rows = chosen.subarray(start, start + ROWS_A_BLOCK);
      for (const [index, row] of rows.entries()) gathered.set(this.at(row), index * this.dimension);
      yield gathered.subarray(0, rows.length * this.dimension);
    }
  }

  private at(row: number): Float32Array {
    const start = (row % ROWS_A_BLOCK) * this.dimension;
    return this.blocks[Math.floor(row / ROWS_A_BLOCK)]!.subarray(start, start + this.dimension);
  }
}
