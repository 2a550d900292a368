import type { AnalysisTimings } from './analysis';

type Stage = Exclude<keyof AnalysisTimings, 'inferenceMs'>;

/** Adds up the milliseconds that each stage of one photo takes. */
export class Stopwatch {
  readonly times: Record<Stage, number> = { decodeMs: 0, detectMs: 0, landmarkMs: 0, embedMs: 0, cropMs: 0 };

  async time<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.times[stage] += performance.now() - started;
    }
  }
}
