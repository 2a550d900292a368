import type { Photo } from '../photo/photo';

/** Reads the bytes of photos, wherever they are kept. */
export interface Originals {
  /**
   * The photo's bytes, proven to be the ones that gave it its id.
   * @throws KindredError `FILE_VANISHED` when a referenced file was moved, `FILE_CHANGED` when it was edited or is no
   * file any more, or when a stored copy is damaged, `FILE_UNREADABLE` when permissions or the disk forbid it,
   * `OBJECT_NOT_FOUND` for a missing object.
   */
  read(photo: Pick<Photo, 'id' | 'original'>): Promise<Buffer>;
}
