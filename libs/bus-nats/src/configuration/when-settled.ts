import { setTimeout as sleep } from 'node:timers/promises';
import { JetStreamApiError } from '@nats-io/jetstream';

/** What servers of a cluster answer while they agree on who leads, and who keeps what. */
const SETTLING: ReadonlySet<number> = new Set([
  10005, // no suitable peers for placement
  10008, // temporarily unavailable
  10009, // not the leader
  10023, // insufficient resources
]);
const PAUSE = 250;
const PATIENCE = 15_000;

/** Tries a step again while the servers of a cluster are still settling; after a quarter of a minute their answer holds. */
export async function whenSettled<T>(step: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; await sleep(PAUSE)) {
    try {
      return await step();
    } catch (error) {
      const settling = error instanceof JetStreamApiError && SETTLING.has(error.code);
      if (!settling || Date.now() > end) throw error;
    }
  }
}
