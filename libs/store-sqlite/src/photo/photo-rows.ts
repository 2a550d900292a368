import type { Failure, Photo, PhotoId, PhotoScan, PhotoSource } from '@kindred/domain';

export interface PhotoRow {
  readonly id: string;
  readonly media_type: string;
  readonly byte_length: number;
  readonly width: number;
  readonly height: number;
  readonly original_kind: 'object' | 'file';
  readonly original_place: string;
  readonly metadata: string;
  readonly ingested_at: string;
  readonly scan_state: PhotoScan['state'];
  readonly scan_job: string;
  readonly scan_facts: string;
}

export interface SourceRow {
  readonly path: string;
  readonly byte_length: number;
  readonly modified_at: number;
  readonly seen_at: string;
  readonly photo: string | null;
  readonly failure: string | null;
}

export function photoOf(row: PhotoRow): Photo {
  return {
    id: row.id as PhotoId,
    mediaType: row.media_type as Photo['mediaType'],
    byteLength: row.byte_length,
    width: row.width,
    height: row.height,
    original:
      row.original_kind === 'file'
        ? { kind: 'file', path: row.original_place }
        : { kind: 'object', key: row.original_place },
    metadata: JSON.parse(row.metadata) as Photo['metadata'],
    ingestedAt: row.ingested_at,
    scan: { state: row.scan_state, job: row.scan_job, ...JSON.parse(row.scan_facts) } as PhotoScan,
  };
}

/** What a scan knows besides its state and job, as it is stored. */
export function scanFacts(scan: PhotoScan): string {
  const { state: _state, job: _job, ...facts } = scan;
  return JSON.stringify(facts);
}

export function placeOf(original: Photo['original']): string {
  return original.kind === 'file' ? original.path : original.key;
}

export function sourceOf(row: SourceRow): PhotoSource {
  return {
    path: row.path,
    byteLength: row.byte_length,
    modifiedAt: row.modified_at,
    seenAt: row.seen_at,
    outcome:
      row.photo !== null
        ? { state: 'stored', photo: row.photo as PhotoId }
        : { state: 'failed', failure: JSON.parse(row.failure!) as Failure },
  };
}
