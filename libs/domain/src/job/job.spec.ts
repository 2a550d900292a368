import type { JobId } from '../identity/ids';
import { type Job, jobRate, jobSecondsLeft } from './job';

const job = (facts: Partial<Job>): Job => ({
  id: 'job' as JobId,
  kind: 'detect',
  state: 'running',
  subject: '12 photos',
  total: 100,
  done: 0,
  failed: 0,
  startedAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:10.000Z',
  finishedAt: null,
  failure: null,
  stage: null,
  result: null,
  ...facts,
});

describe('the speed of a job', () => {
  it('counts what is done and what failed, until its end or the last that was heard of it', () => {
    expect(jobRate(job({ done: 15, failed: 5 }))).toBe(2);
    expect(jobRate(job({ done: 20, finishedAt: '2026-01-01T12:00:40.000Z' }))).toBe(0.5);
  });

  it('is 0 before anything happened', () => {
    expect(jobRate(job({}))).toBe(0);
    expect(jobRate(job({ done: 5, updatedAt: '2026-01-01T12:00:00.000Z' }))).toBe(0);
  });

  it('says how long the rest takes', () => {
    expect(jobSecondsLeft(job({ done: 15, failed: 5 }))).toBe(40);
    expect(jobSecondsLeft(job({ done: 101 }))).toBe(0);
  });

  it('says nothing when that cannot be known', () => {
    for (const facts of [{ done: 5, total: null }, { done: 0 }, { done: 5, state: 'completed' as const }]) {
      expect(jobSecondsLeft(job(facts))).toBeNull();
    }
  });
});
