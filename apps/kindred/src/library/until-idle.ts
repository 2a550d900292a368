import { setTimeout as sleep } from 'node:timers/promises';
import { toKindredError } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

const INTERVAL = 150;
/** Looks in a row that must find nothing to do: a retry or a job may begin between two of them. */
const QUIET_LOOKS = 3;

type IdlePorts = Pick<Ports, 'photos' | 'jobs' | 'bus'>;

/**
 * Resolves when nothing is left to scan, to match or to group, or when the signal says to stop waiting. A store or
 * bus that does not answer for a while is waited for.
 * @param groups the consumer groups in the order in which work goes through them.
 */
export async function untilIdle(
  ports: IdlePorts,
  groups: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS && signal?.aborted !== true;) {
    quiet = (await isIdle(ports, groups)) ? quiet + 1 : 0;
    if (quiet < QUIET_LOOKS) await sleep(INTERVAL, undefined, { signal }).catch(() => undefined);
  }
}

async function isIdle(ports: IdlePorts, groups: readonly string[]): Promise<boolean> {
  try {
    return await nothingIsLeft(ports, groups);
  } catch (error) {
    if (toKindredError(error).transient) return false;
    throw error;
  }
}

/** One place after the other, in the direction of the work: what left a place before it was looked at is seen later. */
async function nothingIsLeft({ photos, jobs, bus }: IdlePorts, groups: readonly string[]): Promise<boolean> {
  if ((await photos.counts()).pending > 0) return false;
  for (const group of groups) {
    const { waiting, inFlight } = await bus.lag(group);
    if (waiting > 0 || inFlight > 0) return false;
  }
  return (await jobs.list({ state: 'running', limit: 1 })).length === 0;
}
