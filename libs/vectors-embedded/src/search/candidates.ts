/** Candidates that are kept for each answer before those that fell behind are dropped. */
const KEPT_AN_ANSWER = 4;
const LEAST_KEPT = 256;

/**
 * The rows that may be among the `count` nearest of one query, judged by estimates that are off by at most `error`.
 * With `count` rows estimated at e or more, the true answers are at least e - error, so their estimates are at least
 * e - 2 error: everything below that bar goes.
 */
export class Candidates {
  private rows: Uint32Array;
  private estimates: Float32Array;
  private length = 0;
  private bar: number;

  constructor(
    private readonly count: number,
    minimum: number,
    private readonly error: number,
  ) {
    this.bar = minimum - error;
    const capacity = Math.max(LEAST_KEPT, KEPT_AN_ANSWER * count);
    this.rows = new Uint32Array(capacity);
    this.estimates = new Float32Array(capacity);
  }

  /** Takes the estimates of rows `first`, `first` + 1, ... */
  take(estimates: Float32Array, first: number): void {
    const rows = estimates.length;
    let { bar } = this;
    for (let row = 0; row < rows; row++) {
      // Nearly all rows fall behind; looking at four together takes half the time.
      while (
        row + 3 < rows &&
        estimates[row]! < bar &&
        estimates[row + 1]! < bar &&
        estimates[row + 2]! < bar &&
        estimates[row + 3]! < bar
      ) {
        row += 4;
      }
      if (row === rows) return;
      if (estimates[row]! < bar) continue;
      this.add(first + row, estimates[row]!);
      bar = this.bar;
    }
  }

  /** The rows that are left, in no order. */
  left(): Uint32Array {
    this.drop();
    return this.rows.subarray(0, this.length);
  }

  private add(row: number, estimate: number): void {
    if (this.length === this.rows.length) this.makeRoom();
    this.rows[this.length] = row;
    this.estimates[this.length++] = estimate;
  }

  private makeRoom(): void {
    this.drop();
    // Very many rows are alike; all of them may be answers.
    if (this.length > this.rows.length / 2) this.grow();
  }

  private drop(): void {
    if (this.length <= this.count) return;
    const sorted = this.estimates.slice(0, this.length).sort();
    this.bar = Math.max(this.bar, sorted[this.length - this.count]! - 2 * this.error);
    let kept = 0;
    for (let index = 0; index < this.length; index++) {
      if (this.estimates[index]! < this.bar) continue;
      this.rows[kept] = this.rows[index]!;
      this.estimates[kept++] = this.estimates[index]!;
    }
    this.length = kept;
  }

  private grow(): void {
    const { rows, estimates } = this;
    this.rows = new Uint32Array(2 * rows.length);
    this.rows.set(rows);
    this.estimates = new Float32Array(2 * estimates.length);
    this.estimates.set(estimates);
  }
}
