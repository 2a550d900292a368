import type { EventOf, JobId, PhotoId } from '@kindred/domain';
import { decodeEvent, encodeEvent } from './envelope';

const photo = 'ab'.repeat(32) as PhotoId;
const job = '00000000-0000-4000-8000-000000000000' as JobId;
const event: EventOf<'photos.stored'> = {
  id: `${job}:${photo}`,
  subject: 'photos.stored',
  source: 'ingest',
  time: '2026-01-01T00:00:00.000Z',
  data: { photo, job },
};

const training = {
  id: job,
  kind: 'train',
  state: 'completed',
  subject: 'All faces',
  total: 10,
  done: 10,
  failed: 0,
  startedAt: event.time,
  updatedAt: event.time,
  finishedAt: event.time,
  failure: null,
  stage: null,
  result: { matched: 214, groups: 31, changed: 18, questions: 2 },
} as const;

describe('event envelopes', () => {
  it('give back what was put in', () => {
    expect(decodeEvent(encodeEvent(event))).toEqual(event);
  });

  it('are CloudEvents 1.0 with a versioned type', () => {
    expect(JSON.parse(encodeEvent(event))).toMatchObject({
      specversion: '1.0',
      type: 'org.kindred.photos.stored.v1',
    });
  });

  it('of a job say what it is at and what came of it; an older service says neither', () => {
    const progress = { ...event, subject: 'jobs.progress', data: { job: training } } as const;
    expect(decodeEvent(encodeEvent(progress))).toEqual(progress);
    const { stage: _stage, result: _result, ...older } = training;
    const told = encodeEvent({ ...progress, data: { job: older as typeof training } });
    expect(decodeEvent(told)).toEqual({
      ...progress,
      data: { job: { ...older, stage: null, result: null } },
    });
  });

  it('of a job say what came of labels that came in and went out', () => {
    const failures = [{ code: 'ARGUMENT_INVALID', message: 'Line 7: This is no JSON.' }] as const;
    const results = [
      {
        kind: 'import',
        result: {
          imported: {
            people: { created: 1, known: 2 },
            decisions: { said: 30, known: 4 },
            conflicts: { changed: 1, kept: 2 },
            differences: { said: 0, known: 1, aboutNobodyHere: 0 },
            covers: 2,
            waiting: { decisions: 5, covers: 0 },
            refused: 1,
            failures,
          },
        },
      },
      {
        kind: 'names',
        result: {
          namesRead: {
            photos: 6,
            unreadable: 0,
            people: { created: 2 },
            labeled: 5,
            known: 1,
            withoutFace: 3,
          },
        },
      },
      { kind: 'sidecars', result: { sidecars: { written: 4, unchanged: 1, failed: 1, failures } } },
    ] as const;
    for (const each of results) {
      const told = { ...event, subject: 'jobs.progress', data: { job: { ...training, ...each } } } as const;
      expect(decodeEvent(encodeEvent(told))).toEqual(told);
    }
  });

  it.each([
    ['text that is not JSON', 'photo', /not JSON/],
    ['a missing field', JSON.stringify({ specversion: '1.0' }), /id/],
    ['an unknown type', encodeEvent(event).replace('photos.stored.v1', 'photos.stolen.v1'), /photos\.stolen/],
    [
      'a type from the prototype chain',
      encodeEvent(event).replace('photos.stored', 'constructor'),
      /not known/,
    ],
    ['a hostile id', encodeEvent(event).replaceAll(photo, '../../etc/passwd'), /photo: is no photo id/],
  ])('refuse %s and name what is wrong', (_, text, reason) => {
    expect(() => decodeEvent(text)).toThrow(reason);
  });
});
