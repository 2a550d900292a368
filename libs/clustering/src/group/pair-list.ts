/** Pairs of faces with what was measured of them. */
export interface PairValues {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly values: Float64Array;
}

/** Collects pairs without an object for each. */
export class PairList {
  private one = new Uint32Array(1024);
  private other = new Uint32Array(1024);
  private values = new Float64Array(1024);
  private length = 0;

  add(one: number, other: number, value: number): void {
    if (this.length === this.one.length) this.grow();
    this.one[this.length] = one;
    this.other[this.length] = other;
    this.values[this.length] = value;
    this.length += 1;
  }

  /** What was added, in the order it was. */
  all(): PairValues {
    return {
      one: this.one.subarray(0, this.length),
      other: this.other.subarray(0, this.length),
      values: this.values.subarray(0, this.length),
    };
  }

  private grow(): void {
    const { one, other, values } = this;
    const capacity = 2 * one.length;
    (this.one = new Uint32Array(capacity)).set(one);
    (this.other = new Uint32Array(capacity)).set(other);
    (this.values = new Float64Array(capacity)).set(values);
  }
}
