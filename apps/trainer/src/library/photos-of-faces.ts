import type { PhotoId } from '@kindred/domain';
import { BATCH } from './batches';
import type { StandingFace } from './standing-face';

/**
 * The faces in parts of about a thousand, those of one photo always in the same part: nobody is twice in a photo, so
 * faces of a photo are matched together.
 */
export function* photoByPhoto(faces: Iterable<StandingFace>): Generator<readonly StandingFace[]> {
  const photos = new Map<PhotoId, StandingFace[]>();
  for (const face of faces) {
    const sharing = photos.get(face.photo);
    if (sharing) sharing.push(face);
    else photos.set(face.photo, [face]);
  }
  let part: StandingFace[] = [];
  for (const sharing of photos.values()) {
    if (part.length > 0 && part.length + sharing.length > BATCH) {
      yield part;
      part = [];
    }
    part.push(...sharing);
  }
  if (part.length > 0) yield part;
}
