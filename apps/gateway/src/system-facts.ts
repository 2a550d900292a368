import type { LibraryFolders } from './folders/library-folders';

/** Facts about the installation that the API tells; the composition root knows them. */
export interface SystemFacts {
  readonly version: string;
  readonly pack: { readonly name: string; readonly licence: string; readonly commercialUse: boolean };
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
