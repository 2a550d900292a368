/** Pairs by number, the one with the largest key first; equal keys by the lower number, so that order is no chance. */
export class PairHeap {
  private keys: Float64Array;
  private pairs: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.keys = new Float64Array(Math.max(1, capacity));
    this.pairs = new Uint32Array(Math.max(1, capacity));
  }

  get size(): number {
    return this.length;
  }

  push(key: number, pair: number): void {
    if (this.length === this.keys.length) this.grow();
    let place = this.length++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isFirst(key, pair, this.keys[parent]!, this.pairs[parent]!)) break;
      this.move(parent, place);
      place = parent;
    }
    this.keys[place] = key;
    this.pairs[place] = pair;
  }

  /** The key of the first pair. */
  get firstKey(): number {
    return this.keys[0]!;
  }

  /** Takes the first pair out. */
  pop(): number {
    const first = this.pairs[0]!;
    this.length -= 1;
    const key = this.keys[this.length]!;
    const pair = this.pairs[this.length]!;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.length) break;
      const right = child + 1;
      if (
        right < this.length &&
        isFirst(this.keys[right]!, this.pairs[right]!, this.keys[child]!, this.pairs[child]!)
      ) {
        child = right;
      }
      if (!isFirst(this.keys[child]!, this.pairs[child]!, key, pair)) break;
      this.move(child, place);
      place = child;
    }
    this.keys[place] = key;
    this.pairs[place] = pair;
    return first;
  }

  private move(from: number, to: number): void {
    this.keys[to] = this.keys[from]!;
    this.pairs[to] = this.pairs[from]!;
  }

  private grow(): void {
    const { keys, pairs } = this;
    (this.keys = new Float64Array(2 * keys.length)).set(keys);
    (this.pairs = new Uint32Array(2 * pairs.length)).set(pairs);
  }
}

function isFirst(key: number, pair: number, otherKey: number, otherPair: number): boolean {
  return key > otherKey || (key === otherKey && pair < otherPair);
}
