import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InstalledPack } from '../packs/installed-pack';
import { ModelPackRepository } from '../packs/model-pack-repository';
import { fetchSamplePhotos } from '../samples/sample-photos';

const REPOSITORY = resolve(__dirname, '../../../..');

/** Models and photos for tests are fetched once and kept here. */
const CACHE = process.env['KINDRED_CACHE'] ?? join(REPOSITORY, '.cache', 'kindred');

/** Photos and models for evaluation that are not part of the project; null where there are none. */
export function evaluationData(): string | null {
  const folder = process.env['KINDRED_EVALUATION_DATA'] ?? join(REPOSITORY, '..', 'shared', 'data');
  return existsSync(folder) ? folder : null;
}

export function realPack(name: string, from?: string): Promise<InstalledPack> {
  return new ModelPackRepository({ folder: join(CACHE, 'packs') }).pull(
    name,
    from === undefined ? {} : { from },
  );
}

export function realPhotos(): Promise<string[]> {
  return fetchSamplePhotos(join(CACHE, 'samples'));
}
