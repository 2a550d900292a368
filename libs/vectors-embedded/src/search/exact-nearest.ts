export interface Found {
  readonly face: string;
  readonly similarity: number;
}

/**
 * The most similar faces of one query so far, at most `capacity`, the worst on top of a heap. Equally similar faces
 * are ranked by their ids, so what remains does not depend on the order in which they are offered.
 */
export class ExactNearest {
  private readonly heap: Found[] = [];

  constructor(
    private readonly capacity: number,
    private readonly minimum: number,
  ) {}

  /** Faces that are less similar than this cannot be among the answers any more. */
  get bar(): number {
    return this.heap.length < this.capacity ? this.minimum : this.heap[0]!.similarity;
  }

  offer(face: string, similarity: number): void {
    if (similarity < this.minimum) return;
    const found = { face, similarity };
    if (this.heap.length < this.capacity) {
      this.heap.push(found);
      this.raise(this.heap.length - 1);
    } else if (ranksBefore(found, this.heap[0]!)) {
      this.heap[0] = found;
      this.sink();
    }
  }

  /** Most similar first. */
  ranked(): readonly Found[] {
    return this.heap.sort((one, other) => (ranksBefore(one, other) ? -1 : 1));
  }

  private raise(from: number): void {
    const { heap } = this;
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!ranksBefore(heap[parent]!, heap[child]!)) return;
      [heap[parent], heap[child]] = [heap[child]!, heap[parent]!];
      child = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let parent = 0;
    for (;;) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && ranksBefore(heap[worst]!, heap[child]!)) worst = child;
      }
      if (worst === parent) return;
      [heap[parent], heap[worst]] = [heap[worst]!, heap[parent]!];
      parent = worst;
    }
  }
}

function ranksBefore(one: Found, other: Found): boolean {
  return one.similarity > other.similarity || (one.similarity === other.similarity && one.face < other.face);
}
