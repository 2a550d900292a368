import { createHash } from 'node:crypto';
import type { FaceId, JobId, PackName, PersonId, PhotoId } from '@kindred/domain';

/** Whatever tells one fixture from another: the same seed gives the same id in every run. */
export type Seed = number | string;

export const aPhotoId = (seed: Seed = 1): PhotoId => digest('photo', seed) as PhotoId;
export const aFaceId = (seed: Seed = 1): FaceId => uuid('face', seed) as FaceId;
export const aPersonId = (seed: Seed = 1): PersonId => uuid('person', seed) as PersonId;
export const aJobId = (seed: Seed = 1): JobId => uuid('job', seed) as JobId;
export const aDecisionId = (seed: Seed = 1): string => uuid('decision', seed);
export const aPackName = (name = 'test-pack'): PackName => name as PackName;

function digest(kind: string, seed: Seed): string {
  return createHash('sha256').update(`${kind}:${seed}`).digest('hex');
}

function uuid(kind: string, seed: Seed): string {
  const hex = digest(kind, seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
