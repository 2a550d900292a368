export { IngestModule } from './ingest.module';
export { IngestFolders, type IngestReport } from './ingest-folders/ingest-folders.use-case';
export { ingestSettings, type IngestSettings } from './settings';
export type { Keeping } from './store-photo/store-photo.use-case';
export { walkFolder, type WalkEntry } from './walk/walk-folder';
export { type FolderWatch, watchFolders } from './watch/watch-folders';
