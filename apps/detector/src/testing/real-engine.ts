import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PackName } from '@kindred/domain';
import { AnalyserPool, DEFAULT_PACK, fetchSamplePhotos, ModelPackRepository } from '@kindred/vision';

/** Models and photos for tests are fetched once and kept here. */
const CACHE = process.env['KINDRED_CACHE'] ?? resolve(__dirname, '../../../..', '.cache', 'kindred');

/** The default model pack, on one thread. */
export async function realEngine() {
  const pack = await new ModelPackRepository({ folder: join(CACHE, 'packs') }).pull(DEFAULT_PACK);
  const analyser = await AnalyserPool.open({ pack, workers: 1 });
  return { analyser, capacity: analyser.capacity, pack: pack.manifest.name as PackName };
}

/** The bytes of the first sample photo. */
export async function samplePhoto(): Promise<Buffer> {
  const [path] = await fetchSamplePhotos(join(CACHE, 'samples'));
  return readFile(path!);
}
