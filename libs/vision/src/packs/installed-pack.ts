import type { ModelPackManifest } from './manifest';

/** A pack of which every file is on this computer. Plain data, so that worker threads can have it. */
export interface InstalledPack {
  readonly manifest: ModelPackManifest;
  /** Absolute path of each of the manifest's files, by its name. */
  readonly paths: Readonly<Record<string, string>>;
}
