import type { EventPayloads, FaceId, JobId, PackName, PersonId, PhotoId, Subject } from '@kindred/domain';
import { isFaceId, isJobId, isPackName, isPersonId, isPhotoId } from '@kindred/domain';
import { z } from 'zod';

const photoId = z.string().refine((value): value is PhotoId => isPhotoId(value), 'is no photo id');
const faceId = z.string().refine((value): value is FaceId => isFaceId(value), 'is no face id');
const personId = z.string().refine((value): value is PersonId => isPersonId(value), 'is no person id');
const jobId = z.string().refine((value): value is JobId => isJobId(value), 'is no job id');
const packName = z.string().refine((value): value is PackName => isPackName(value), 'is no pack name');

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string().optional() });

const trainingResult = z.object({
  matched: z.number().int().nonnegative(),
  groups: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  questions: z.number().int().nonnegative(),
});

const count = z.number().int().nonnegative();
const waiting = z.object({ decisions: count, covers: count });

/** What came of labels that came in or went out, by the kind of job. */
const exchangeResults = [
  z.object({
    imported: z.object({
      people: z.object({ created: count, known: count }),
      decisions: z.object({ said: count, known: count }),
      conflicts: z.object({ changed: count, kept: count }),
      differences: z.object({ said: count, known: count, aboutNobodyHere: count }),
      covers: count,
      waiting,
      refused: count,
      failures: z.array(failure),
    }),
  }),
  z.object({
    namesRead: z.object({
      photos: count,
      unreadable: count,
      people: z.object({ created: count }),
      labeled: count,
      known: count,
      withoutFace: count,
    }),
  }),
  z.object({
    sidecars: z.object({ written: count, unchanged: count, failed: count, failures: z.array(failure) }),
  }),
] as const;

const job = z.object({
  id: jobId,
  kind: z.enum(['ingest', 'detect', 'rescan', 'train', 'label', 'import', 'names', 'sidecars']),
  state: z.enum(['running', 'completed', 'cancelled', 'failed']),
  subject: z.string(),
  total: z.number().int().nonnegative().nullable(),
  done: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  startedAt: z.string(),
  updatedAt: z.string(),
  finishedAt: z.string().nullable(),
  failure: failure.nullable(),
  // Services of before these fields were there leave them out.
  stage: z.enum(['read', 'compare', 'group', 'match', 'save']).nullable().default(null),
  result: z
    .union([trainingResult, ...exchangeResults])
    .nullable()
    .default(null),
});

/** The schema of every event's payload, by subject. Unknown fields are ignored, so that newer services may add some. */
export const eventPayloads = {
  'photos.stored': z.object({ photo: photoId, job: jobId }),
  'photos.rescan': z.object({ photo: photoId, job: jobId, restoreDeleted: z.boolean() }),
  'photos.deleted': z.object({ photo: photoId }),
  'faces.detected': z.object({ photo: photoId, job: jobId, pack: packName, faces: z.array(faceId) }),
  'faces.labeled': z.object({ faces: z.array(faceId), people: z.array(personId) }),
  'faces.deleted': z.object({ faces: z.array(faceId) }),
  'train.requested': z.object({ job: jobId }),
  'train.completed': z.object({ job: jobId }),
  'suggestions.changed': z.object({ version: z.string(), faces: z.number().int().nonnegative() }),
  'jobs.progress': z.object({ job }),
} satisfies Record<Subject, z.ZodType>;

/** Every subject there is. */
export const SUBJECTS = Object.keys(eventPayloads) as readonly Subject[];

export type PayloadOf<S extends Subject> = EventPayloads[S];
