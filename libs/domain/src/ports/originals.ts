import type { Photo } from '../photo/photo';

/** Reads the bytes of photos, wherever they are kept. */
export interface Originals {
  /**
   * The photo's bytes, proven to be the ones that gave it its id.
   * @throws KindredError `FILE_VANISHED` or `FILE_CHANGED` when a referenced file was moved or edited,
   * `FILE_UNREADABLE` when permissions forbid it, `OBJECT_NOT_FOUND` for a missing object.
   */
  read(photo: Pick<Photo, 'id' | 'original'>): Promise<Buffer>;
}
