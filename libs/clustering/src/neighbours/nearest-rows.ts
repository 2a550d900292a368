/** Marks a place without a neighbour. */
export const NO_NEIGHBOUR = 0xffff_ffff;

/** The most similar rows of each row of a matrix: a k-nearest-neighbour graph. */
export interface NeighbourGraph {
  /** Neighbours of a row at most. */
  readonly width: number;
  /** `width` places a row: its neighbours, most similar first, then `NO_NEIGHBOUR`. */
  readonly neighbours: Uint32Array;
  /** Cosine similarities of those; 0 where there is no neighbour. */
  readonly similarities: Float32Array;
}

/** Collects the most similar rows of every row, in whatever order and however often pairs are met. */
export class NearestRows {
  readonly graph: NeighbourGraph;
  /** What a pair must exceed to matter to a row. */
  readonly bars: Float32Array;

  constructor(
    rows: number,
    private readonly width: number,
    minimumSimilarity: number,
  ) {
    this.graph = {
      width,
      neighbours: new Uint32Array(rows * width).fill(NO_NEIGHBOUR),
      similarities: new Float32Array(rows * width),
    };
    this.bars = new Float32Array(rows).fill(minimumSimilarity);
  }

  /** Takes `other` in among the neighbours of `row` if it is near enough. Equal similarities go by the lower row. */
  meet(row: number, other: number, similarity: number): void {
    if (similarity < this.bars[row]!) return;
    const { neighbours, similarities } = this.graph;
    const first = row * this.width;
    const end = first + this.width;
    for (let place = first; place < end && neighbours[place] !== NO_NEIGHBOUR; place += 1) {
      if (neighbours[place] === other) return;
    }
    let place = end - 1;
    if (
      neighbours[place] !== NO_NEIGHBOUR &&
      !isBefore(similarity, other, similarities[place]!, neighbours[place]!)
    )
      return;
    while (
      place > first &&
      (neighbours[place - 1] === NO_NEIGHBOUR ||
        isBefore(similarity, other, similarities[place - 1]!, neighbours[place - 1]!))
    ) {
      neighbours[place] = neighbours[place - 1]!;
      similarities[place] = similarities[place - 1]!;
      place -= 1;
    }
    neighbours[place] = other;
    similarities[place] = similarity;
    if (neighbours[end - 1] !== NO_NEIGHBOUR) this.bars[row] = similarities[end - 1]!;
  }
}

function isBefore(similarity: number, row: number, otherSimilarity: number, otherRow: number): boolean {
  return similarity > otherSimilarity || (similarity === otherSimilarity && row < otherRow);
}
