import { aJob } from '@kindred/testing';
import { jobInWords } from './job-in-words';

const training = { kind: 'train', subject: 'All faces', total: 100, done: 40 } as const;

describe('a job in words', () => {
  it('says how far it is and how long the rest takes', () => {
    const job = aJob({ done: 6, failed: 1, updatedAt: '2026-01-01T12:00:07.000Z' });
    expect(jobInWords(job, true)).toBe(
      '2026-01-01 12:00  detect running: 6 of 12, 1 failed, 1.0/s, 0:05 left  12 photos',
    );
  });

  it('says what a training is at while it runs', () => {
    const job = aJob({ ...training, stage: 'compare' });
    expect(jobInWords(job, true)).toBe(
      '2026-01-01 12:00  train running, comparing faces: 40 of 100  All faces',
    );
    expect(jobInWords(job, false)).toBe('2026-01-01 12:00  train stopped: 40 of 100  All faces');
  });

  it.each([
    [
      { matched: 1214, groups: 31, changed: 18, questions: 2 },
      '1,214 faces matched, 31 groups of unknown people, 18 suggestions changed, 2 questions whether two people are the same',
    ],
    [
      { matched: 1, groups: 1, changed: 0, questions: 0 },
      '1 face matched, 1 group of unknown people, no suggestion changed',
    ],
  ])('says what came of a training: %j', (result, words) => {
    const job = aJob({ ...training, state: 'completed', result });
    expect(jobInWords(job, true)).toBe(`2026-01-01 12:00  train completed: ${words}  All faces`);
  });
});
