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

/** Is told what becomes of rows. */
export interface RowWatcher {
  added(row: number): void;
  /** It has another vector. */
  changed(row: number): void;
  removed(row: number): void;
  /** The last row has taken the number of one that was removed. */
  renumbered(from: number, to: number): void;
}

/** The vectors of one pack in memory, scaled to length 1, in blocks. Which row a face has is of no meaning. */
export class PackVectors {
  /** Of rows that were there before it, it is told only when they change. */
  watcher: RowWatcher | null = null;
  private readonly blocks: Float32Array[] = [];
  private readonly faces: string[] = [];
  private readonly rows = new Map<string, number>();
  private readonly gathered: Float32Array[] = [];

  constructor(readonly dimension: number) {}

  get size(): number {
    return this.faces.length;
  }

  set(face: string, vector: Float32Array): void {
    const known = this.rows.get(face);
    const row = known ?? this.add(face);
    writeUnit(vector, this.at(row));
    if (known === undefined) this.watcher?.added(row);
    else this.watcher?.changed(row);
  }

  delete(face: string): void {
    const row = this.rows.get(face);
    if (row === undefined) return;
    const last = this.faces.length - 1;
    this.watcher?.removed(row);
    if (row !== last) {
      this.watcher?.renumbered(last, row);
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
    return this.chosen(rows);
  }

  /** These rows, each once. */
  chosen(rows: Iterable<number>): RowSelection {
    // In the order in which they lie in memory, which reads them faster.
    const chosen = Uint32Array.from(rows).sort();
    return {
      blocks: () => this.gatheredBlocks(chosen),
      faceOf: (row) => this.faces[chosen[row]!]!,
      vectorOf: (row) => this.at(chosen[row]!),
    };
  }

  /** The vectors of these rows, one after the other. */
  copyOf(rows: ArrayLike<number>): Float32Array {
    const copy = new Float32Array(rows.length * this.dimension);
    for (let place = 0; place < rows.length; place += 1)
      copy.set(this.at(rows[place]!), place * this.dimension);
    return copy;
  }

  private add(face: string): number {
    const row = this.faces.length;
    // Memory that was never written to costs nothing.
    if (row === this.blocks.length * ROWS_A_BLOCK)
      this.blocks.push(new Float32Array(ROWS_A_BLOCK * this.dimension));
    this.faces.push(face);
    this.rows.set(face, row);
    return row;
  }

  private *wholeBlocks(): Generator<Float32Array> {
    for (const [index, block] of this.blocks.entries()) {
      const rows = Math.min(ROWS_A_BLOCK, this.size - index * ROWS_A_BLOCK);
      yield block.subarray(0, rows * this.dimension);
    }
  }

  private *gatheredBlocks(chosen: Uint32Array): Generator<Float32Array> {
    // New memory for each search would cost more than filling it.
    const gathered = this.gathered.pop() ?? new Float32Array(ROWS_A_BLOCK * this.dimension);
    try {
      for (let start = 0; start < chosen.length; start += ROWS_A_BLOCK) {
        const rows = chosen.subarray(start, start + ROWS_A_BLOCK);
        for (let index = 0; index < rows.length; index += 1)
          gathered.set(this.at(rows[index]!), index * this.dimension);
        yield gathered.subarray(0, rows.length * this.dimension);
      }
    } finally {
      this.gathered.push(gathered);
    }
  }

  private at(row: number): Float32Array {
    const start = (row % ROWS_A_BLOCK) * this.dimension;
    return this.blocks[Math.floor(row / ROWS_A_BLOCK)]!.subarray(start, start + this.dimension);
  }
}
