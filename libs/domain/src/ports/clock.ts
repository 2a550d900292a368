/** The time as services see it, so that tests can decide it. */
export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
