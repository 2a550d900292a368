import { join } from 'node:path';

/** What is where in a data folder. */
export interface DataFolderLayout {
  readonly root: string;
  /** Who uses the folder now. */
  readonly lock: string;
  readonly settings: string;
  /** The folders of photos that were ever given. */
  readonly folders: string;
  readonly accessToken: string;
  /** Photos, faces, people, labels and jobs. */
  readonly sqliteFile: string;
  /** What was imported about faces that are not found yet. */
  readonly waiting: string;
  /** Files of labels that were uploaded and are being taken in. */
  readonly uploads: string;
  readonly vectors: string;
  readonly objects: string;
  readonly nats: string;
  readonly log: string;
}

export function dataFolderLayout(root: string): DataFolderLayout {
  return {
    root,
    lock: join(root, 'kindred.lock'),
    settings: join(root, 'settings.json'),
    folders: join(root, 'folders.json'),
    accessToken: join(root, 'access-token'),
    sqliteFile: join(root, 'library.sqlite'),
    waiting: join(root, 'waiting.sqlite'),
    uploads: join(root, 'uploads'),
    vectors: join(root, 'vectors'),
    objects: join(root, 'store'),
    nats: join(root, 'nats'),
    log: join(root, 'logs', 'kindred.log'),
  };
}
