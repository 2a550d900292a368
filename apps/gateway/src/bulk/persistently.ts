import { setTimeout as sleep } from 'node:timers/promises';

/** How long it is waited before each further attempt, in milliseconds. */
const PAUSES = [200, 1000, 4000];

/**
 * Does what may be repeated, again after a while when it fails, a few times.
 * @throws what the last attempt failed with, without waiting any longer once `signal` is aborted.
 */
export async function persistently(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      const isWaited = await sleep(pause, true, { signal }).catch(() => false);
      if (!isWaited) throw error;
    }
  }
  return work();
}
