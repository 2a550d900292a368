import type { Failure } from '../errors/kindred-error';
import type { JobId, PackName, PhotoId } from '../identity/ids';
import type { Photo, PhotoScan, PhotoSource } from '../photo/photo';
import type { Page, PageRequest } from './page';

export type PhotoSort = 'DATE' | 'INGESTED';

export interface PhotoQuery extends PageRequest {
  readonly state?: PhotoScan['state'];
  /** `DATE` (default): newest taken first, falling back to the time of ingest. */
  readonly sort?: PhotoSort;
}

export interface PhotoCounts {
  readonly pending: number;
  readonly scanned: number;
  readonly failed: number;
}

/** A source together with the reason it could not become a photo, or a photo that could not be scanned. */
export interface FailedSource {
  /** Of a photo: the first of its sources in path order, or the last it had. */
  readonly path: string;
  readonly photo: PhotoId | null;
  readonly failure: Failure;
}

/** Photos and where they came from. Every method is atomic and idempotent. */
export interface PhotoStore {
  /**
   * Adds a photo with its first source, or, when the photo is known, adds or refreshes the source only.
   * `added` tells which. A known photo keeps everything it has, except that an original which was a file moves to
   * the new one when the new one is an object.
   */
  add(photo: Photo, source: PhotoSource): Promise<{ readonly added: boolean }>;
  get(id: PhotoId): Promise<Photo | null>;
  /** Those that exist, in the order asked for. */
  getMany(ids: readonly PhotoId[]): Promise<readonly Photo[]>;
  list(query: PhotoQuery): Promise<Page<Photo>>;
  counts(): Promise<PhotoCounts>;
  /** Photos by their scan state, of one job only. */
  countsOfJob(job: JobId): Promise<PhotoCounts>;
  /** `pending` photos in id order: what a crash between write and publish may have left unannounced. */
  pending(page: PageRequest): Promise<Page<Photo>>;
  /**
   * Makes photos pending again on behalf of `job`: the given ones, or all photos, or all failed ones.
   * Unknown ids are ignored. Returns how many photos that were.
   */
  requestScan(
    which: readonly PhotoId[] | 'all' | 'failed',
    request: { readonly job: JobId; readonly restoreDeleted: boolean },
  ): Promise<number>;
  /** Ends a pending scan of that job well; ignored (false) when the photo is gone or waits for another job. */
  completeScan(
    id: PhotoId,
    result: { readonly job: JobId; readonly pack: PackName; readonly faces: number; readonly at: string },
  ): Promise<boolean>;
  /** Ends a pending scan of that job with a reason; ignored (false) like `completeScan`. */
  failScan(
    id: PhotoId,
    result: { readonly job: JobId; readonly failure: Failure; readonly at: string },
  ): Promise<boolean>;
  /** Ends every pending scan of a job with a reason. Returns how many. */
  failPendingScans(result: {
    readonly job: JobId;
    readonly failure: Failure;
    readonly at: string;
  }): Promise<number>;
  /** Points a photo at another place of the same bytes. */
  moveOriginal(id: PhotoId, original: Photo['original']): Promise<void>;

  /** Null when this path was never seen. */
  source(path: string): Promise<PhotoSource | null>;
  /** In path order. */
  sourcesOf(photo: PhotoId): Promise<readonly PhotoSource[]>;
  /** Records a source that could not become a photo; replaces what was known of that path. */
  recordFailedSource(source: PhotoSource): Promise<void>;
  /** Forgets a source whose file no longer exists; the photo stays. */
  forgetSource(path: string): Promise<void>;
  /**
   * Failed sources and failed scans, in path order. Without photos in which no face was ever found and whose files,
   * never copied, were replaced or removed since.
   */
  failures(page: PageRequest): Promise<Page<FailedSource>>;
  /** How many `failures` there are. */
  failureCount(): Promise<number>;
}
