import { extname } from 'node:path';

/** Names under which photos in the formats that Kindred reads are commonly kept. */
const PHOTO_EXTENSIONS = new Set(
  'jpg jpeg jpe jfif png webp avif tif tiff gif heic heif hif'.split(' ').map((extension) => `.${extension}`),
);

/** Folders that operating systems, network storage and photo programs keep for themselves. */
const SYSTEM_FOLDERS = new Set([
  '$recycle.bin',
  'system volume information',
  '@eadir',
  '#recycle',
  '#snapshot',
  'lost+found',
  '__macosx',
  'node_modules',
]);

/** True for a file that is worth opening; whether it is a photo is told by its content. */
export function isPhotoName(name: string): boolean {
  return PHOTO_EXTENSIONS.has(extname(name).toLowerCase());
}

export function isHiddenOrSystem(name: string): boolean {
  return name.startsWith('.') || SYSTEM_FOLDERS.has(name.toLowerCase());
}
