import { containmentOf, overlapOf, type Candidate } from './candidate';

/** When two candidates are one face. */
export interface SuppressionLimits {
  /** Intersection over union from which the weaker one goes. */
  readonly overlap: number;
  /** Share of the smaller box inside the other from which the weaker one goes: parts of faces seen at other scales. */
  readonly containment?: number;
}

/** Non-maximum suppression: the candidates, best first, of which none repeats a better one. */
export function suppress(candidates: readonly Candidate[], limits: SuppressionLimits): Candidate[] {
  const containment = limits.containment ?? Infinity;
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    const repeats = kept.some(
      (better) =>
        overlapOf(better, candidate) > limits.overlap || containmentOf(better, candidate) > containment,
    );
    if (!repeats) kept.push(candidate);
  }
  return kept;
}
