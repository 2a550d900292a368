/** Chance that is the same in every run: sfc32, which passes the usual tests and is quick. */
export class Random {
  private spare = NaN;
  private a: number;
  private b = 0x9e3779b9;
  private c = 0x243f6a88;
  private counter = 1;

  constructor(...seeds: readonly number[]) {
    this.a = 0x12345678;
    for (const seed of seeds) {
      this.a = Math.imul(this.a ^ seed, 0x85ebca6b) | 0;
      this.b = (Math.imul(this.b ^ (seed >>> 16), 0xc2b2ae35) + this.a) | 0;
      for (let i = 0; i < 12; i += 1) this.bits();
    }
  }

  /** In [0, 1). */
  next(): number {
    return (this.bits() >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up, below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** Normally distributed, mean 0 and deviation 1 (Marsaglia's polar method). */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const spare = this.spare;
      this.spare = NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spare = y * factor;
      return x * factor;
    }
  }

  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }

  private bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum;
  }
}

/** Picks places with a probability in proportion to their weights. */
export class WeightedChoice {
  private readonly sums: Float64Array;

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.sums = Float64Array.from(weights, (weight) => (sum += weight));
  }

  pick(random: Random): number {
    const wanted = random.next() * this.sums[this.sums.length - 1]!;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
