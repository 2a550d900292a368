import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fetchSamplePhotos, ModelPackRepository, type InstalledPack } from '@kindred/vision';

const REPOSITORY = resolve(__dirname, '../..');
const CACHE = process.env['KINDRED_CACHE'] ?? join(REPOSITORY, '.cache', 'kindred');
const EVALUATION_DATA = process.env['KINDRED_EVALUATION_DATA'] ?? join(REPOSITORY, '..', 'shared', 'data');

/** A person's photos, of which each shows this person first and foremost. */
export interface PersonPhotos {
  readonly person: string;
  readonly photos: readonly string[];
}

export function samplePhotos(): Promise<string[]> {
  return fetchSamplePhotos(join(CACHE, 'samples'));
}

/** A model pack, fetched when it is missing, from the evaluation data where that has its files. */
export function modelPack(name: string): Promise<InstalledPack> {
  const from = join(EVALUATION_DATA, 'models');
  return new ModelPackRepository({ folder: join(CACHE, 'packs') }).pull(
    name,
    existsSync(from) ? { from } : {},
  );
}

/** The photos of one folder of the evaluation data; null, after saying what is missing, when there is none. */
export function evaluationPhotos(folder: string): string[] | null {
  const path = evaluationFolder(folder);
  return path === null ? null : imagesIn(path);
}

/** One entry a person, for a folder of the evaluation data that has a folder for each person. */
export function evaluationPeople(folder: string): PersonPhotos[] | null {
  const path = evaluationFolder(folder);
  if (path === null) return null;
  const people = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return people.map(({ name }) => ({ person: name, photos: imagesIn(join(path, name)) }));
}

export function titleOf(photo: string): string {
  return basename(photo).replace(/\.[a-z]+$/i, '');
}

function evaluationFolder(folder: string): string | null {
  const path = join(EVALUATION_DATA, folder);
  if (existsSync(path)) return path;
  process.stdout.write(
    `MISSING  ${path}: left out. Set KINDRED_EVALUATION_DATA to the folder that has "${folder}".\n`,
  );
  return null;
}

/** Paths of the images that lie in a folder, in the order of their names. */
export function imagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}
