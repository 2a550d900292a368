import type { LibraryFolders } from './folders/library-folders';

/** What people want to know of a model pack before they use it. */
export interface PackFacts {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  readonly licenceUrl?: string;
  readonly commercialUse: boolean;
  /** Numbers in an embedding. */
  readonly dimension: number;
}

/** Facts about the installation that the API tells; the composition root knows them. */
export interface SystemFacts {
  readonly version: string;
  /** The active pack. */
  readonly pack: PackFacts;
  /** All packs that could be used at once, the active one among them. */
  readonly installedPacks: () => Promise<readonly PackFacts[]>;
  readonly executionProvider: string;
  readonly dataFolder: string | null;
  readonly folders: LibraryFolders;
  /** Where the access token is; null when none is asked for. */
  readonly accessTokenFile: string | null;
}

/** All that the API tells of the installation. */
export interface ToldFacts extends SystemFacts {
  readonly deletionGraceHours: number;
}
