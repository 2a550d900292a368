import type { Failure } from '../errors/kindred-error';
import type { JobId, PackName, PhotoId } from '../identity/ids';

/** Image formats that Kindred reads, recognised by content and never by file name. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'image/tiff'
  | 'image/gif'
  | 'image/heic';

/** Where the bytes of a photo are kept: in the object store, or where the person left them. */
export type Original =
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'file'; readonly path: string };

/** What the camera wrote into the file; everything is optional because cameras and editors leave it out. */
export interface PhotoMetadata {
  /** When the picture was taken, ISO 8601; without a zone when the camera recorded none. */
  readonly takenAt?: string;
  readonly camera?: string;
  readonly lens?: string;
  /** Degrees, WGS 84. */
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/**
 * How far detection has got with a photo. `pending` waits for a detector on behalf of `job`;
 * `failed` was given up with a reason and can be retried.
 */
export type PhotoScan =
  | { readonly state: 'pending'; readonly job: JobId; readonly restoreDeleted: boolean }
  | { readonly state: 'scanned'; readonly job: JobId; readonly pack: PackName; readonly at: string; readonly faces: number }
  | { readonly state: 'failed'; readonly job: JobId; readonly at: string; readonly failure: Failure };

/** One image file, identified by the SHA-256 of its bytes. */
export interface Photo {
  readonly id: PhotoId;
  readonly mediaType: MediaType;
  readonly byteLength: number;
  /** Pixels of the upright image, after the EXIF orientation has been applied. */
  readonly width: number;
  readonly height: number;
  readonly original: Original;
  readonly metadata: PhotoMetadata;
  readonly ingestedAt: string;
  readonly scan: PhotoScan;
}

/** Where the same bytes were found: one file path or one upload. A photo has one source or more. */
export interface PhotoSource {
  /** Absolute path, or `upload:<file name>`. */
  readonly path: string;
  readonly byteLength: number;
  /** Modification time in milliseconds since 1970; with the size it tells an unchanged file without reading it. */
  readonly modifiedAt: number;
  readonly seenAt: string;
  readonly outcome: SourceOutcome;
}

/** What became of a source: it is a photo, or it could not become one. */
export type SourceOutcome =
  | { readonly state: 'stored'; readonly photo: PhotoId }
  | { readonly state: 'failed'; readonly failure: Failure };
