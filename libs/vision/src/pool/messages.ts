import type { Box, ErrorCode } from '@kindred/domain';
import type { AnalyserOptions, PhotoAnalysis } from '../analyse/analysis';
import type { PhotoSource } from '../decode/source';

/** What a worker is started with. */
export type WorkerSetup = AnalyserOptions;

/** One photo for a worker; with boxes, only those regions of it. */
export interface WorkerTask {
  readonly task: number;
  readonly source: PhotoSource;
  readonly boxes: readonly Box[] | null;
}

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
  readonly transient: boolean;
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly error: WireError }
  | { readonly kind: 'analysed'; readonly task: number; readonly analysis: PhotoAnalysis }
  | { readonly kind: 'failed'; readonly task: number; readonly error: WireError };
