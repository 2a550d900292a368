import { createHash } from 'node:crypto';
import type { FaceId } from '../identity/ids';

/** Where all crops of a face are, as the start of their keys. */
export const cropFolderOf = (face: FaceId): string => `crops/${face.slice(0, 2)}/${face}/`;

/** The object key of a crop of a face: another picture has another key, so that what a key shows never changes. */
export function cropKeyOf(face: FaceId, crop: Uint8Array): string {
  const version = createHash('sha256').update(crop).digest('hex').slice(0, 16);
  return `${cropFolderOf(face)}${version}.webp`;
}
