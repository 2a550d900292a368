import type { Job } from '@kindred/domain';
import { aJobId, type Seed } from './ids';
import { NOON } from './a-photo';

/** A job that has just started. */
export function aJob(facts: Partial<Job> & { readonly seed?: Seed } = {}): Job {
  const { seed = 1, ...given } = facts;
  return {
    id: aJobId(seed),
    kind: 'detect',
    state: 'running',
    subject: '12 photos',
    total: 12,
    done: 0,
    failed: 0,
    startedAt: NOON,
    updatedAt: NOON,
    finishedAt: null,
    failure: null,
    stage: null,
    result: null,
    ...given,
  };
}
