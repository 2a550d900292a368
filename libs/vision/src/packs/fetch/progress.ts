/** What is being fetched and how far that is. */
export interface FetchProgress {
  readonly file: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export type OnProgress = (progress: FetchProgress) => void;

export interface FetchOptions {
  readonly onProgress?: OnProgress;
}
