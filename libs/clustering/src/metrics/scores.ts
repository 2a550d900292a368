/** How right a grouping is: each in [0, 1], higher is better. */
export interface Scores {
  /** How much of what was put together belongs together. */
  readonly precision: number;
  /** How much of what belongs together was put together. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f: number;
}

export function scoresOf(precision: number, recall: number): Scores {
  const sum = precision + recall;
  return { precision, recall, f: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
