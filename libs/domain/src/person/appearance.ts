import type { FaceId } from '../identity/ids';

/** Faces of one person that look alike, best known first. */
export interface AppearanceOfPerson {
  readonly faceIds: readonly FaceId[];
}
