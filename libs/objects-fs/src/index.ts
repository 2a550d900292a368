export { FileOriginals } from './originals/file-originals';
export { type FileObjectStoreOptions, openFileObjectStore } from './store/file-object-store';
