import { setTimeout as sleep } from 'node:timers/promises';
import type { Ports } from '@kindred/platform';

const INTERVAL = 150;
/** Looks in a row that must find nothing to do: an event may be on its way between two of them. */
const QUIET_LOOKS = 3;

/** Resolves when nothing is left to scan, to match or to group, or when the signal says to stop waiting. */
export async function untilIdle(
  ports: Pick<Ports, 'photos' | 'jobs' | 'bus'>,
  groups: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS && signal?.aborted !== true; await sleep(INTERVAL)) {
    quiet = (await isIdle(ports, groups)) ? quiet + 1 : 0;
  }
}

async function isIdle(
  { photos, jobs, bus }: Pick<Ports, 'photos' | 'jobs' | 'bus'>,
  groups: readonly string[],
): Promise<boolean> {
  if ((await photos.counts()).pending > 0) return false;
  if ((await jobs.list({ state: 'running', limit: 1 })).length > 0) return false;
  const lags = await Promise.all(groups.map((group) => bus.lag(group)));
  return lags.every(({ waiting, inFlight }) => waiting === 0 && inFlight === 0);
}
