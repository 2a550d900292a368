import type { Subject } from '@kindred/domain';

/** A JetStream stream as data; durations in milliseconds. */
export interface StreamDefinition {
  readonly name: string;
  /** What is in it, for whoever looks at the server. */
  readonly description: string;
  readonly subjects: readonly string[];
  /** Oldest events beyond this age go; 0 keeps them for ever. */
  readonly maximumAge: number;
  /** Newest events of one subject that are kept; -1 for all. */
  readonly maximumPerSubject: number;
  /** Within this time an event id is stored once. */
  readonly deduplicationWindow: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Every event subject starts with this, so that Kindred can share a NATS server. */
export const SUBJECT_PREFIX = 'kindred.';

/** The subject under which an event travels on the wire. */
export const wireSubjectOf = (subject: Subject): string => SUBJECT_PREFIX + subject;

const work = (name: string, area: string, description: string): StreamDefinition => ({
  name,
  description,
  subjects: [`${SUBJECT_PREFIX}${area}.>`],
  maximumAge: 30 * DAY,
  maximumPerSubject: -1,
  deduplicationWindow: 2 * MINUTE,
});

/** Every stream there is. Dead letters are kept until somebody retries or drops them. */
export const STREAMS = {
  photos: work(
    'KINDRED_PHOTOS',
    'photos',
    'Photos that were stored, are to be scanned again, or were deleted.',
  ),
  faces: work('KINDRED_FACES', 'faces', 'Faces that were detected, labeled or deleted.'),
  train: {
    ...work('KINDRED_TRAIN', 'train', 'Trainings that were asked for and done, and what they changed.'),
    subjects: [`${SUBJECT_PREFIX}train.>`, `${SUBJECT_PREFIX}suggestions.>`],
  },
  jobs: {
    ...work('KINDRED_JOBS', 'jobs', 'How far jobs are.'),
    maximumAge: 10 * MINUTE,
    maximumPerSubject: 1000,
  },
  dead: {
    ...work('KINDRED_DEAD', 'dead', 'Messages that were given up, until somebody retries or drops them.'),
    maximumAge: 0,
  },
} satisfies Record<string, StreamDefinition>;

/** The stream that holds a subject. */
export function streamOf(subject: Subject): StreamDefinition {
  const area = subject.slice(0, subject.indexOf('.'));
  if (area === 'suggestions') return STREAMS.train;
  return STREAMS[area as 'photos' | 'faces' | 'train' | 'jobs'];
}
