import type { FaceId, JobId, PackName, PersonId, PhotoId } from '../identity/ids';
import type { Job } from '../job/job';

/** The payload of every event by subject. Their schemas and CloudEvents types are in `@kindred/contracts`. */
export interface EventPayloads {
  /** A new photo is in the store and waits for detection. */
  'photos.stored': { readonly photo: PhotoId; readonly job: JobId };
  /** Detection is wanted again; deleted faces come back when `restoreDeleted`. */
  'photos.rescan': { readonly photo: PhotoId; readonly job: JobId; readonly restoreDeleted: boolean };
  'photos.deleted': { readonly photo: PhotoId };
  /** Detection of one photo is finished and its faces and vectors are stored. */
  'faces.detected': { readonly photo: PhotoId; readonly job: JobId; readonly pack: PackName; readonly faces: readonly FaceId[] };
  /** Humans decided something about these faces. */
  'faces.labeled': { readonly faces: readonly FaceId[]; readonly people: readonly PersonId[] };
  'faces.deleted': { readonly faces: readonly FaceId[] };
  'train.requested': { readonly job: JobId };
  'train.completed': { readonly job: JobId };
  /** Suggestions were swapped; `faces` says how many changed. */
  'suggestions.changed': { readonly version: string; readonly faces: number };
  'jobs.progress': { readonly job: Job };
}

export type Subject = keyof EventPayloads;

/** One event as a consumer sees it. */
export interface KindredEvent<S extends Subject = Subject> {
  /** Deterministic: publishing the same id twice within the deduplication window is one event. */
  readonly id: string;
  readonly subject: S;
  /** The service that published it. */
  readonly source: string;
  readonly time: string;
  readonly data: EventPayloads[S];
}

/** `KindredEvent` for a union of subjects, distributed so that `subject` discriminates `data`. */
export type EventOf<S extends Subject> = S extends Subject ? KindredEvent<S> : never;
