/** Facts about the installation that the API tells; the composition root knows them. */
export interface SystemFacts {
  readonly version: string;
  readonly pack: { readonly name: string; readonly licence: string; readonly commercialUse: boolean };
  readonly executionProvider: string;
  readonly dataFolder: string | null;
  /** Folders that are read. */
  folders(): Promise<readonly string[]>;
}
